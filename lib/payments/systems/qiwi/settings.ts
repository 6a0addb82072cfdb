import { z } from 'zod';
import { optionalSetting, secretSetting } from '@/lib/payments/setting';

export const qiwiSettings = z.object({
  secretKey: secretSetting(),
  /** Compared with notices where it is given. */
  siteId: optionalSetting(),
});

export type QiwiSettings = z.output<typeof qiwiSettings>;
