import { z } from 'zod';
import { secretSetting, setting } from '@/lib/payments/setting';

export const rbkmoneySettings = z.object({
  eshopId: setting(),
  secretKey: secretSetting(),
  hash: z.enum(['md5', 'sha512']).default('md5'),
});

export type RbkmoneySettings = z.output<typeof rbkmoneySettings>;
