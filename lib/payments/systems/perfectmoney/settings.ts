import { z } from 'zod';
import { optionalSecret, optionalSetting, secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const perfectmoneySettings = z.object({
  /** U… dollars, E… euros. Gold is left out. */
  payeeAccount: setting().regex(/^[UE][0-9]{6,12}$/, problemMessage('purse')),
  payeeName: setting(),
  alternatePassphrase: secretSetting(),
  /** Number and password of the member; open states, payouts and the balance. */
  memberId: optionalSetting(),
  memberPassword: optionalSecret(),
});

export type PerfectmoneySettings = z.output<typeof perfectmoneySettings>;

/** What the account holds, which its letter tells. */
export function accountAsset(account: string): 'USD' | 'EUR' {
  return account.startsWith('E') ? 'EUR' : 'USD';
}
