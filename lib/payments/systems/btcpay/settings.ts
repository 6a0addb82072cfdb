import { z } from 'zod';
import { assetMapSetting } from '@/lib/payments/asset-map';
import { secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const btcpaySettings = z.object({
  /** Address of the server, `https://pay.example.com`. */
  serverUrl: z
    .url({ protocol: /^https?$/, ...problemMessage('url') })
    .max(300, problemMessage('invalid'))
    .refine((url) => !/[?#@]/.test(url), problemMessage('url'))
    .transform((url) => url.replace(/\/+$/, '')),
  /** Store → Settings → General → Store ID. */
  storeId: setting().regex(/^[A-Za-z0-9]{1,64}$/, problemMessage('invalid')),
  /** Account → Manage account → API keys. */
  apiKey: secretSetting(),
  /** Store → Settings → Webhooks → the webhook → Secret. */
  webhookSecret: secretSetting(),
  /** Ways to pay by our assets; `BTC=BTC` on servers before version 2. */
  paymentMethods: assetMapSetting('BTC=BTC-CHAIN, LTC=LTC-CHAIN'),
  /** When an invoice counts as settled. */
  speedPolicy: z.enum(['HighSpeed', 'MediumSpeed', 'LowMediumSpeed', 'LowSpeed']).default('MediumSpeed'),
});

export type BtcpaySettings = z.output<typeof btcpaySettings>;
