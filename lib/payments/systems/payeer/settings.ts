import { z } from 'zod';
import { optionalSecret, optionalSetting, secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const accountPattern = /^P[0-9]{7,12}$/;

export const payeerSettings = z.object({
  shopId: setting(),
  shopSecret: secretSetting(),
  /** Account, id and password of the interface: open states, payouts and the balance. */
  account: optionalSetting().refine(
    (text) => text === '' || accountPattern.test(text),
    problemMessage('purse'),
  ),
  apiId: optionalSetting(),
  apiPassword: optionalSecret(),
});

export type PayeerSettings = z.output<typeof payeerSettings>;

export const payeerAssets = ['USD', 'EUR', 'RUB'] as const;
