import { z } from 'zod';
import { secretSetting, setting } from '@/lib/payments/setting';

export const paymasterRestSettings = z.object({
  merchantId: setting(),
  token: secretSetting(),
  /** `any`: the payer chooses on the page. */
  paymentMethod: z.enum(['any', 'BankCard', 'SBP']).default('any'),
});

export type PaymasterRestSettings = z.output<typeof paymasterRestSettings>;
