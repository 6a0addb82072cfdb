import type { MethodSeed } from './method-seed';

/** The text of a direction's page, in Markdown, from what is known of its two methods. */
export function directionText(from: MethodSeed, to: MethodSeed): { en: string; ru: string } {
  return {
    en: [paying.en[from.kind](from.titles.en), getting.en[to.kind](to.titles.en)].join('\n\n'),
    ru: [paying.ru[from.kind](from.titles.ru), getting.ru[to.kind](to.titles.ru)].join('\n\n'),
  };
}

type Sentence = Record<MethodSeed['kind'], (title: string) => string>;

const paying: { en: Sentence; ru: Sentence } = {
  en: {
    bank: (title) =>
      `**Paying by ${title}.** Send from an account in your own name, in one payment. Payments from third persons go back, less the bank’s fee.`,
    card: (title) =>
      `**Paying by ${title}.** Pay by a card in your own name. We may ask for a photo of the card with all digits but the first six and the last four covered.`,
    emoney: (title) =>
      `**Paying by ${title}.** Pay from your own wallet, inside the system and without a protection code.`,
    crypto: (title) =>
      `**Paying by ${title}.** Send the exact amount in one transaction; the network’s fee is on top. We begin after the usual confirmations.`,
    cash: (title) =>
      `**${title}.** We call you to agree on the time. Notes are counted and checked in front of you.`,
  },
  ru: {
    bank: (title) =>
      `**Оплата: ${title}.** Переводите со своего счета одним платежом. Платежи третьих лиц возвращаются за вычетом комиссии банка.`,
    card: (title) =>
      `**Оплата: ${title}.** Платите своей картой. Мы можем попросить фото карты, где видны только первые шесть и последние четыре цифры.`,
    emoney: (title) =>
      `**Оплата: ${title}.** Платите со своего кошелька, внутри системы и без кода протекции.`,
    crypto: (title) =>
      `**Оплата: ${title}.** Отправьте точную сумму одной транзакцией, комиссия сети сверх нее. Начинаем после обычного числа подтверждений.`,
    cash: (title) => `**${title}.** Мы позвоним и согласуем время. Купюры пересчитываем и проверяем при вас.`,
  },
};

const getting: { en: Sentence; ru: Sentence } = {
  en: {
    bank: (title) => `**Getting ${title}.** The name of the recipient must be that of the account’s holder.`,
    card: (title) =>
      `**Getting ${title}.** Money on a card can take the bank up to three days, mostly it takes minutes.`,
    emoney: (title) =>
      `**Getting ${title}.** Check the wallet’s number: payments inside a system cannot be called back.`,
    crypto: (title) =>
      `**Getting ${title}.** Check the first and the last characters of the address. A sent transaction cannot be undone.`,
    cash: (title) => `**Getting ${title}.** Bring a document; the money is kept ready for one day.`,
  },
  ru: {
    bank: (title) => `**Получение: ${title}.** Имя получателя должно совпадать с владельцем счета.`,
    card: (title) =>
      `**Получение: ${title}.** Зачисление на карту занимает у банка до трех дней, обычно несколько минут.`,
    emoney: (title) =>
      `**Получение: ${title}.** Проверьте номер кошелька: внутренний платеж нельзя отозвать.`,
    crypto: (title) =>
      `**Получение: ${title}.** Сверьте первые и последние символы адреса. Отправленную транзакцию нельзя отменить.`,
    cash: (title) => `**Получение: ${title}.** Возьмите документ; деньги ждут вас один день.`,
  },
};
