import { z } from 'zod';
import { secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const simulatorSettings = z.object({
  shop: setting().default('kantor'),
  secret: secretSetting(),
  feePercent: z
    .string()
    .trim()
    .regex(/^\d{1,2}(\.\d{1,4})?$/, problemMessage('invalid'))
    .default('0'),
});

export type SimulatorSettings = z.output<typeof simulatorSettings>;
