import { z } from 'zod';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import { type Addressee, sendPasswordChanged } from './account-letters';
import { adoptGuestOrders } from './adopt-guest-orders';
import { forgetStranger } from './forget-stranger';
import { hashPassword } from './password';
import { newPassword } from './password-rule';
import { revokeSessionsOf } from './revoke-sessions';
import { forgetWrongTries } from './sign-in';
import { consumeToken, peekToken, voidTokens } from './tokens';

/** A password typed twice, as forms without a way to see it ask for it. */
export const passwordPair = z
  .object({ password: newPassword, passwordAgain: z.string().default('') })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ['passwordAgain'],
    error: 'passwordsDiffer',
  });

type SetPassword = {
  purpose: 'reset_password' | 'set_password';
  token: string;
  password: string;
  passwordAgain: string;
  ip: string;
};

/**
 * Sets a password by the one-time link of a letter. Ends every session of the account and every other link; the
 * e-mail counts as confirmed, as the link came by it. Where it was not before, nothing stays of what was typed by
 * whoever signed up. Throws `token_invalid`.
 */
export async function setPasswordByLink(given: SetPassword): Promise<{ email: string }> {
  const { token, purpose } = given;
  const { password } = parseInput(passwordPair, given);
  // Before the costly hash: strangers without a link do not make us work.
  if (!(await peekToken({ token, purpose }))) fail('token_invalid');
  const passwordHash = await hashPassword(password);
  const { email } = await inTransaction(async (tx) => {
    const used = await consumeToken(tx, { token, purpose });
    if (!used) fail('token_invalid');
    const to = await write(tx, used.userId, passwordHash);
    if (purpose === 'reset_password') await sendPasswordChanged(tx, { to, ip: given.ip });
    return to;
  });
  await forgetWrongTries(email);
  return { email };
}

async function write(tx: Tx, userId: string, passwordHash: string): Promise<Addressee> {
  const before = await tx.maybeOne<{ unproved: boolean }>(
    `SELECT email_confirmed_at IS NULL AND password_hash IS NOT NULL AS unproved FROM users
      WHERE id = $1 AND disabled_at IS NULL FOR NO KEY UPDATE`,
    [userId],
  );
  if (!before) fail('token_invalid');
  if (before.unproved) await forgetStranger(tx, userId);
  const to = await tx.one<Addressee>(
    `UPDATE users SET password_hash = $2, email_confirmed_at = coalesce(email_confirmed_at, $3)
      WHERE id = $1 RETURNING id AS "userId", email, name, locale`,
    [userId, passwordHash, now()],
  );
  await revokeSessionsOf(tx, { userId });
  await voidTokens(tx, { userId, purposes: ['reset_password', 'set_password', 'confirm_email'] });
  await adoptGuestOrders(tx, to);
  return to;
}
