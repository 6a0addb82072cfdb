import { z } from 'zod';
import { secretSetting, setting } from '@/lib/payments/setting';

export const voletSettings = z.object({
  /** E-mail of the account that receives. */
  accountEmail: setting(),
  /** Cabinet → For developers → SCI: name and password. */
  sciName: setting(),
  sciPassword: secretSetting(),
  /** Cabinet → For developers → API: a status form is not believed before Volet was asked. */
  apiName: setting(),
  apiPassword: secretSetting(),
});

export type VoletSettings = z.output<typeof voletSettings>;
