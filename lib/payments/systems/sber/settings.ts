import { z } from 'zod';
import { optionalLines, optionalSecret, optionalSetting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const sberSettings = z.object({
  gateway: z.enum(['sber', 'sber_classic', 'alfa', 'other']).default('sber'),
  /** Base address of another bank's gateway, with a slash at the end; classic form bodies. */
  otherUrl: optionalSetting().refine(
    (text) => text === '' || /^https:\/\/[a-z0-9.-]+(:[0-9]+)?\/([A-Za-z0-9._-]+\/)*$/.test(text),
    problemMessage('url'),
  ),
  userName: optionalSetting(),
  password: optionalSecret(),
  /** Instead of name and password. */
  token: optionalSecret(),
  asset: z.enum(['RUB', 'USD', 'EUR', 'KZT', 'BYN']).default('RUB'),
  checksum: z.enum(['hmac', 'rsa']).default('hmac'),
  /** Key of symmetric checksums. */
  callbackToken: optionalSecret(),
  /** Public key or certificate of asymmetric checksums, PEM. */
  publicKey: optionalLines(),
});

export type SberSettings = z.output<typeof sberSettings>;

const bases = {
  sber: {
    live: 'https://ecommerce.sberbank.ru/ecomm/gw/partner/api/v1/',
    test: 'https://ecomtest.sberbank.ru/ecomm/gw/partner/api/v1/',
  },
  sber_classic: {
    live: 'https://securepayments.sberbank.ru/payment/rest/',
    test: 'https://3dsec.sberbank.ru/payment/rest/',
  },
  alfa: { live: 'https://pay.alfabank.ru/payment/rest/', test: 'https://alfa.rbsuat.com/payment/rest/' },
} as const;

/** Where the gateway is and how it wants to be spoken to; null where the admin gave no address. */
export function gatewayOf(settings: SberSettings, testMode: boolean): { base: string; json: boolean } | null {
  const { gateway, otherUrl } = settings;
  if (gateway === 'other') return otherUrl === '' ? null : { base: otherUrl, json: false };
  return { base: bases[gateway][testMode ? 'test' : 'live'], json: gateway === 'sber' };
}

/** ISO numbers of currencies; 810 is how some gateways still write the rouble. */
export const currencyNumbers = { RUB: '643', USD: '840', EUR: '978', KZT: '398', BYN: '933' } as const;

/** Our code of a currency's number, or null. */
export function assetOf(number: string | undefined): string | null {
  if (number === '810') return 'RUB';
  return Object.entries(currencyNumbers).find(([, known]) => known === number)?.[0] ?? null;
}
