import { z } from 'zod';
import { optionalSecret, secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const walletPattern = /^4100[0-9]{7,14}$/;

export const yoomoneySettings = z.object({
  receiver: setting().regex(walletPattern, problemMessage('purse')),
  notificationSecret: secretSetting(),
  paymentType: z.enum(['AC', 'PC']).default('AC'),
  /** Opens states, payouts and the balance. */
  accessToken: optionalSecret(),
});

export type YoomoneySettings = z.output<typeof yoomoneySettings>;
