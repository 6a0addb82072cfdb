import { z } from 'zod';
import { optionalSecret, optionalSetting, secretSetting, setting } from '@/lib/payments/setting';
import { problemMessage } from '@/lib/text';

export const interkassaSettings = z.object({
  /** Cabinet → Checkouts: 24 hexadecimal figures. */
  checkoutId: setting().regex(/^[0-9a-fA-F]{24}$/, problemMessage('invalid')),
  /** Checkout → Settings → Security. */
  secretKey: secretSetting(),
  testKey: optionalSecret(),
  hash: z.enum(['sha256', 'md5']).default('sha256'),
  /** Cabinet → Account → API; empty: neither asked nor paid out. */
  apiUserId: optionalSetting(),
  apiKey: optionalSecret(),
  accountId: optionalSetting(),
  /** Payouts: from this purse, by this way, to this requisite. */
  purseId: optionalSetting(),
  payoutMethod: setting()
    .regex(/^[a-z0-9_]{1,40}$/, problemMessage('invalid'))
    .default('card'),
  payoutField: z.enum(['card', 'phone', 'purse', 'account', 'email']).default('card'),
});

export type InterkassaSettings = z.output<typeof interkassaSettings>;
