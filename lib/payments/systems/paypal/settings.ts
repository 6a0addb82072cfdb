import { z } from 'zod';
import { optionalLines, optionalSetting, secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const paypalSettings = z.object({
  /** Developer dashboard → Apps & credentials → the app. */
  clientId: setting(),
  clientSecret: secretSetting(),
  /** Developer dashboard → the app → Webhooks → Webhook ID. */
  webhookId: optionalSetting(),
  /** The certificate that webhooks are signed with, PEM; empty: they are hints only. */
  webhookCertificate: optionalLines().refine(
    (text) => text === '' || /^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/.test(text),
    problemMessage('invalid'),
  ),
});

export type PaypalSettings = z.output<typeof paypalSettings>;
