import { z } from 'zod';
import { secretSetting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const stripeSettings = z.object({
  /** Dashboard → Developers → API keys: `sk_…`, or a restricted one, `rk_…`. */
  secretKey: secretSetting().regex(/^[sr]k_(test|live)_[A-Za-z0-9_]{8,}$/, problemMessage('invalid')),
  /** Dashboard → Developers → Webhooks → the endpoint → Signing secret. */
  webhookSecret: secretSetting().regex(/^whsec_\S{8,}$/, problemMessage('invalid')),
});

export type StripeSettings = z.output<typeof stripeSettings>;

/** Whether the key moves no real money: its own prefix says so. */
export function isTestKey({ secretKey }: StripeSettings): boolean {
  return /^[sr]k_test_/.test(secretKey);
}
