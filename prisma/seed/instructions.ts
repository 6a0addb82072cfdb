/** How to pay to the office, in Markdown, as shown on the order page. */
export const instructions = {
  bankRub: {
    en: '1. Send **exactly the amount shown**, in one payment, from an account in your own name.\n2. Leave the payment’s comment **empty**.\n3. Come back here and press “I have paid”.',
    ru: '1. Переведите **ровно указанную сумму** одним платежом со своего счета.\n2. Поле «Сообщение получателю» оставьте **пустым**.\n3. Вернитесь сюда и нажмите «Я оплатил».',
  },
  sepa: {
    en: '1. Make a SEPA transfer from an account in your own name, charges **SHA**.\n2. Put the order’s number into the reference.\n3. Transfers arrive in one working day, instant ones in minutes.',
    ru: '1. Сделайте перевод SEPA со своего счета, комиссия **SHA**.\n2. В назначении укажите номер заявки.\n3. Обычный перевод идет один рабочий день, мгновенный несколько минут.',
  },
  kaspi: {
    en: 'Transfer by phone number in the Kaspi app. Check the recipient’s name before you confirm.',
    ru: 'Переведите по номеру телефона в приложении Kaspi. Перед подтверждением сверьте имя получателя.',
  },
  cardEur: {
    en: 'Pay by bank transfer or card top-up to the IBAN shown. Third-party payments are returned less the bank’s fee.',
    ru: 'Оплатите переводом или пополнением с карты на указанный IBAN. Платежи от третьих лиц возвращаются за вычетом комиссии банка.',
  },
  emoney: {
    en: 'Transfer inside the system, without protection code. Pay from your own wallet only.',
    ru: 'Сделайте внутренний перевод без кода протекции. Платите только со своего кошелька.',
  },
  coin: {
    en: 'Send the **exact amount** in one transaction. Your wallet’s network fee is on top. We start after the confirmations that the network needs.',
    ru: 'Отправьте **точную сумму** одной транзакцией, комиссия сети сверх нее. Мы начинаем после нужного числа подтверждений сети.',
  },
  cash: {
    en: 'We call you to agree on the time. Bring a document; notes are counted and checked in front of you.',
    ru: 'Мы позвоним и согласуем время. Возьмите документ; купюры пересчитываем и проверяем при вас.',
  },
} as const;
