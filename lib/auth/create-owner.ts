import { z } from 'zod';
import { audit } from '@/lib/audit';
import { inTransaction } from '@/lib/db';
import { defaultLocale } from '@/lib/i18n/locales';
import { parseInput } from '@/lib/parse-input';
import { emailText } from '@/lib/text';
import { sendLink } from './account-letters';
import { dropUnprovedPassword, userOf } from './invite-person';

const ownerInput = z.object({ email: emailText() });

/**
 * Makes the person of an e-mail an owner, from the command line only: whoever may run it owns the machine. Returns
 * the one-time link to set a password, which is sent by letter too; null for an account that has one.
 */
export async function createOwner(given: { email: string }): Promise<{ email: string; url: string | null }> {
  const { email } = parseInput(ownerInput, given);
  return inTransaction(async (tx) => {
    const userId = await userOf(tx, { email, name: '', locale: defaultLocale });
    await dropUnprovedPassword(tx, userId);
    const to = await tx.one<{ name: string; locale: string; hasPassword: boolean }>(
      `UPDATE users SET disabled_at = NULL,
              roles = CASE WHEN 'owner' = ANY(roles) THEN roles ELSE roles || '{owner}'::"Role"[] END
        WHERE id = $1 RETURNING name, locale, password_hash IS NOT NULL AS "hasPassword"`,
      [userId],
    );
    await audit(tx, {
      actor: { kind: 'system' },
      action: 'staff.invite',
      subject: userId,
      after: { roles: ['owner'] },
    });
    if (to.hasPassword) return { email, url: null };
    const { name, locale } = to;
    return {
      email,
      url: await sendLink(tx, { to: { userId, email, name, locale }, purpose: 'set_password' }),
    };
  });
}
