import type { OrderLetterProps } from '@/lib/notify/event-props';

/** An invented order for previews and tests of letters. Never a default of a real one. */
export function orderLetterSample(locale: 'en' | 'ru'): OrderLetterProps {
  const ru = locale === 'ru';
  return {
    orderId: 'ord_4k2m8v1c9x3n7b5d',
    url: `https://kantor.example/${locale}/orders/ord_4k2m8v1c9x3n7b5d/s3cr3ts3cr3ts3cr3t`,
    statusKey: 'pending_processing',
    from: { title: ru ? 'Сбербанк' : 'Sberbank', amount: '1250000.00', asset: 'RUB' },
    to: { title: ru ? 'Биткоин' : 'Bitcoin', amount: '0.13370000', asset: 'BTC' },
    rate: { in: '9349289.45', out: '1', fromAsset: 'RUB', toAsset: 'BTC' },
    fees: [{ label: 'give', amount: '150.00', asset: 'RUB' }],
    payTo: [
      { title: ru ? 'Номер карты' : 'Card number', value: '2202 2061 1111 2222' },
      { title: ru ? 'Получатель' : 'Recipient', value: ru ? 'ИВАН П.' : 'IVAN P.' },
    ],
    giveRequisites: [{ title: ru ? 'Номер карты' : 'Card number', value: '4276 •••• •••• 5510' }],
    getRequisites: [
      {
        title: ru ? 'Адрес Bitcoin' : 'Bitcoin address',
        value: 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
      },
    ],
    email: 'anna@example.com',
    createdAt: '2026-11-22T09:15:00.000Z',
    expiresAt: '2026-11-22T09:45:00.000Z',
  };
}
