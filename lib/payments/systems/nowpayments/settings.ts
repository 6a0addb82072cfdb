import { z } from 'zod';
import { assetMapSetting } from '@/lib/payments/asset-map';
import { optionalSecret, optionalSetting, secretSetting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const nowpaymentsSettings = z.object({
  /** Dashboard → Store settings → API keys. */
  apiKey: secretSetting(),
  /** Dashboard → Store settings → Instant payment notifications. */
  ipnSecret: secretSetting(),
  /** Currency codes: ticker and network in one. */
  currencies: assetMapSetting('BTC=btc, ETH=eth, USDT=usdttrc20, LTC=ltc, TON=ton'),
  /** Account that payouts are made from; empty: no payouts. */
  payoutEmail: optionalSetting(),
  payoutPassword: optionalSecret(),
  /** Secret of the authenticator application, Base32; empty: a person confirms each payout. */
  totpSecret: z
    .string()
    .trim()
    .max(200, problemMessage('invalid'))
    .regex(/^[A-Za-z2-7 ]*=*$/, problemMessage('invalid'))
    .default('')
    .meta({ secret: true }),
});

export type NowpaymentsSettings = z.output<typeof nowpaymentsSettings>;
