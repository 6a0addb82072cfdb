import { z } from 'zod';
import { optionalSecret, optionalSetting, secretSetting, setting } from '@/lib/payments/setting';

export const yookassaSettings = z.object({
  shopId: setting(),
  secretKey: secretSetting(),
  /** `any`: the payer chooses on the page. */
  method: z.enum(['any', 'bank_card', 'sbp', 'yoo_money']).default('any'),
  /** Payouts have a gateway and a secret of their own. */
  payoutAgentId: optionalSetting(),
  payoutSecretKey: optionalSecret(),
});

export type YookassaSettings = z.output<typeof yookassaSettings>;
