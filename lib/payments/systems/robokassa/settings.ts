import { z } from 'zod';
import { optionalSecret, secretSetting, setting } from '@/lib/payments/setting';

export const robokassaSettings = z.object({
  merchantLogin: setting(),
  country: z.enum(['ru', 'kz']).default('ru'),
  hash: z.enum(['md5', 'ripemd160', 'sha1', 'sha256', 'sha384', 'sha512']).default('md5'),
  password1: secretSetting(),
  password2: secretSetting(),
  /** Opens refunds. */
  password3: optionalSecret(),
  testPassword1: optionalSecret(),
  testPassword2: optionalSecret(),
  /** Return addresses of each order are sent along; otherwise those of the cabinet hold. */
  returnTo: z.enum(['order', 'cabinet']).default('order'),
});

export type RobokassaSettings = z.output<typeof robokassaSettings>;

/** The shop's currency: amounts are asked, told and credited in it. */
export function shopAsset({ country }: RobokassaSettings): 'RUB' | 'KZT' {
  return country === 'kz' ? 'KZT' : 'RUB';
}
