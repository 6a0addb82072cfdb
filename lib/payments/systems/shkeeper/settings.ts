import { z } from 'zod';
import { assetMapSetting } from '@/lib/payments/asset-map';
import { optionalSecret, optionalSetting, secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const shkeeperSettings = z.object({
  /** Address of the server, `https://pay.example.com`. */
  serverUrl: z
    .url({ protocol: /^https?$/, ...problemMessage('url') })
    .max(300, problemMessage('invalid'))
    .refine((url) => !/[?#@]/.test(url), problemMessage('url'))
    .transform((url) => url.replace(/\/+$/, '')),
  /** Wallets → Manage → API key. Notices are signed with it as well. */
  apiKey: secretSetting(),
  /** Names of coins on the server. */
  currencies: assetMapSetting('BTC=BTC, LTC=LTC, ETH=ETH, USDT=USDT'),
  /** Invoices are counted in it. */
  fiat: z.enum(['USD', 'EUR']).default('USD'),
  /** Who signs in to the server, for payouts; empty: no payouts. */
  username: optionalSetting(),
  password: optionalSecret(),
  /** Network fee of a payout: sat/vByte for bitcoin, 1 to 4 for monero, no matter for the rest. */
  payoutFee: setting()
    .regex(/^\d{1,6}$/, problemMessage('invalid'))
    .default('10'),
});

export type ShkeeperSettings = z.output<typeof shkeeperSettings>;
