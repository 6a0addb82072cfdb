import { z } from 'zod';
import { optionalSecret, optionalSetting, secretSetting, setting } from '@/lib/payments/setting';

export const voletSettings = z.object({
  /** E-mail of the account that receives. */
  accountEmail: setting(),
  /** Cabinet → For developers → SCI: name and password. */
  sciName: setting(),
  sciPassword: secretSetting(),
  /** Cabinet → For developers → API; empty: neither asked nor paid out. */
  apiName: optionalSetting(),
  apiPassword: optionalSecret(),
});

export type VoletSettings = z.output<typeof voletSettings>;

export function hasApi({ apiName, apiPassword }: VoletSettings): boolean {
  return apiName !== '' && apiPassword !== '';
}
