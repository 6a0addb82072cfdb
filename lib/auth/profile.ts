import { z } from 'zod';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type Locale, locales, toLocale } from '@/lib/i18n/locales';
import { parseInput } from '@/lib/parse-input';
import { validatorOf } from '@/lib/requisites/validators';
import { optionalShortText } from '@/lib/text';
import { type Actor, requireUser } from './actor';

export type Profile = {
  email: string;
  name: string;
  phone: string;
  locale: Locale;
  emailConfirmed: boolean;
};

/** The signed-in person's own data. Throws `not_signed_in`. */
export async function loadProfile({ actor }: { actor: Actor }): Promise<Profile> {
  const { userId } = requireUser(actor);
  const [row] = await query<Omit<Profile, 'locale'> & { locale: string }>(
    `SELECT email, name, coalesce(phone, '') AS phone, locale, email_confirmed_at IS NOT NULL AS "emailConfirmed"
       FROM users WHERE id = $1`,
    [userId],
  );
  return row ? { ...row, locale: toLocale(row.locale) } : fail('not_found');
}

/** Every key is named: what else a form might carry (roles, an e-mail) does not come through. */
const profileInput = z.object({
  name: optionalShortText(100),
  phone: optionalShortText(40).transform((text, ctx) => {
    if (text === '') return null;
    const phone = validatorOf('phone').normalise(text, {});
    if (phone.ok) return phone.value;
    ctx.addIssue({ code: 'custom', message: phone.key, params: phone.params });
    return z.NEVER;
  }),
  locale: z.enum(locales, { error: 'choice' }),
});

/** Changes the signed-in person's name, phone and language of letters. */
export async function updateProfile(given: {
  name: string;
  phone: string;
  locale: string;
  actor: Actor;
}): Promise<void> {
  const { userId } = requireUser(given.actor);
  const { name, phone, locale } = parseInput(profileInput, given);
  await query('UPDATE users SET name = $2, phone = $3, locale = $4 WHERE id = $1', [
    userId,
    name,
    phone,
    locale,
  ]);
}
