import { z } from 'zod';
import { optionalSecret, optionalSetting, secretSetting, setting } from '@/lib/payments/setting';

export const paymasterSettings = z.object({
  merchantId: setting(),
  secret: secretSetting(),
  hash: z.enum(['md5', 'sha1', 'sha256']).default('sha256'),
  /** Login and password of the old REST interface: open states and refunds. */
  restLogin: optionalSetting(),
  restPassword: optionalSecret(),
  siteAlias: optionalSetting(),
});

export type PaymasterSettings = z.output<typeof paymasterSettings>;

export const paymasterAssets = ['RUB', 'USD', 'EUR'] as const;

const byNumber: Record<string, string> = {
  '643': 'RUB',
  '810': 'RUB',
  RUR: 'RUB',
  '840': 'USD',
  '978': 'EUR',
};

/** Our code of a currency, which comes as letters or as an ISO number; null for what the office does not take. */
export function assetOf(currency: string | undefined): string | null {
  if (currency === undefined) return null;
  const code = Object.hasOwn(byNumber, currency) ? (byNumber[currency] ?? '') : currency;
  return paymasterAssets.find((known) => known === code) ?? null;
}
