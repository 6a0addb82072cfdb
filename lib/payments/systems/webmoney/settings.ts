import { z } from 'zod';
import {
  optionalSecret,
  optionalSecretLines,
  optionalSetting,
  secretSetting,
  setting,
} from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

/** Units of purses whose guarantors are at work; rouble purses (R, P) were closed in 2022. */
const assetOf = { Z: 'USD', E: 'EUR', U: 'UAH', K: 'KZT', Y: 'UZS', B: 'BYN', T: 'USDT' } as const;

export const webmoneySettings = z.object({
  purse: setting().regex(/^[ZEUKYBT][0-9]{12}$/, problemMessage('purse')),
  secretKey: secretSetting(),
  /** `hash2` is LMI_HASH2; the others are LMI_HASH, whose parts run into each other. */
  signature: z.enum(['hash2', 'sha256', 'md5']).default('hash2'),
  /** Signs the form, so that the payer cannot change it. */
  x20Secret: optionalSecret(),
  /** WMID of the purse's owner; opens states. */
  wmid: optionalSetting().refine((text) => text === '' || /^[0-9]{12}$/.test(text), problemMessage('purse')),
  /** Certificate of WM Keeper WebPro and its key, PEM; open payouts, refunds and the balance. */
  certificate: optionalSecretLines(),
  certificateKey: optionalSecretLines(),
  certificatePassphrase: optionalSecret(),
});

export type WebmoneySettings = z.output<typeof webmoneySettings>;

/** Our code of what a purse holds, or null where the office does not take it. */
export function purseAsset(purse: string): string | null {
  const letter = purse.slice(0, 1);
  return Object.hasOwn(assetOf, letter) ? assetOf[letter as keyof typeof assetOf] : null;
}

export const webmoneyAssets: readonly string[] = Object.values(assetOf);
