/** Assets of the demo and the market as it is typed by hand on the first day. */
export const assets = [
  {
    code: 'RUB',
    kind: 'fiat',
    scale: 2,
    symbol: '₽',
    titles: { en: 'Russian rouble', ru: 'Российский рубль' },
  },
  { code: 'USD', kind: 'fiat', scale: 2, symbol: '$', titles: { en: 'US dollar', ru: 'Доллар США' } },
  { code: 'EUR', kind: 'fiat', scale: 2, symbol: '€', titles: { en: 'Euro', ru: 'Евро' } },
  {
    code: 'KZT',
    kind: 'fiat',
    scale: 2,
    symbol: '₸',
    titles: { en: 'Kazakhstani tenge', ru: 'Казахстанский тенге' },
  },
  { code: 'BTC', kind: 'crypto', scale: 8, symbol: '₿', titles: { en: 'Bitcoin', ru: 'Биткоин' } },
  { code: 'ETH', kind: 'crypto', scale: 8, symbol: 'Ξ', titles: { en: 'Ethereum', ru: 'Эфириум' } },
  { code: 'USDT', kind: 'crypto', scale: 6, symbol: '₮', titles: { en: 'Tether', ru: 'Тезер' } },
  { code: 'LTC', kind: 'crypto', scale: 8, symbol: 'Ł', titles: { en: 'Litecoin', ru: 'Лайткоин' } },
  { code: 'TON', kind: 'crypto', scale: 8, symbol: '', titles: { en: 'Toncoin', ru: 'Тонкоин' } },
] as const;

export type AssetCode = (typeof assets)[number]['code'];

export const marketRates: { base: AssetCode; quote: AssetCode; price: string }[] = [
  { base: 'USD', quote: 'RUB', price: '92.40' },
  { base: 'EUR', quote: 'USD', price: '1.0850' },
  { base: 'USD', quote: 'KZT', price: '498.20' },
  { base: 'USDT', quote: 'USD', price: '1.0005' },
  { base: 'BTC', quote: 'USD', price: '96450' },
  { base: 'ETH', quote: 'USD', price: '3390' },
  { base: 'LTC', quote: 'USD', price: '92.15' },
  { base: 'TON', quote: 'USD', price: '5.42' },
];
