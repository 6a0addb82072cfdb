import { z } from 'zod';
import { secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const mykassaSettings = z.object({
  projectId: setting().regex(/^[0-9]{1,12}$/, problemMessage('invalid')),
  secretKey: secretSetting(),
  secondSecretKey: secretSetting(),
  /** What the project's amounts are in: neither forms nor notices say. */
  asset: z.enum(['RUB', 'USD', 'EUR']).default('RUB'),
});

export type MykassaSettings = z.output<typeof mykassaSettings>;
