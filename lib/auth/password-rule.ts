import { z } from 'zod';
import { codePoints } from '@/lib/text';
import { commonPasswords } from './common-passwords';

export const minPasswordLength = 10;
const maxPasswordLength = 200;

/** A password to be set: long enough and not one of the first that are tried. No rules of composition. */
export const newPassword = z.string({ error: 'required' }).superRefine((password, ctx) => {
  const length = password.length > 4 * maxPasswordLength ? Number.POSITIVE_INFINITY : codePoints(password);
  if (password === '') return ctx.addIssue({ code: 'custom', message: 'required' });
  if (length > maxPasswordLength) {
    return ctx.addIssue({
      code: 'custom',
      message: 'tooLong',
      params: { max: String(maxPasswordLength) },
    });
  }
  if (length < minPasswordLength) {
    return ctx.addIssue({
      code: 'custom',
      message: 'tooShort',
      params: { min: String(minPasswordLength) },
    });
  }
  if (isCommon(password)) ctx.addIssue({ code: 'custom', message: 'passwordCommon' });
});

/** A password that is only compared: anything but an absurd length. */
export const givenPassword = z
  .string({ error: 'required' })
  .min(1, { error: 'required' })
  .refine((password) => password.length <= 4 * maxPasswordLength, {
    error: 'tooLong',
    params: { max: String(maxPasswordLength) },
  });

/** Case and what is merely repeated do not make a common password an uncommon one. */
function isCommon(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  return commonPasswords.has(plain) || /^(.{1,3})\1+.{0,2}$/u.test(plain);
}
