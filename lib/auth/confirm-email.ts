import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { limit } from '@/lib/rate-limit';
import { sendLink } from './account-letters';
import type { Actor } from './actor';
import { requireUser } from './actor';
import { adoptGuestOrders } from './adopt-guest-orders';
import { mailboxRule } from './sign-up';
import { consumeToken } from './tokens';

/**
 * Confirms the e-mail of the person who is signed in, by the token of his letter, and gives him the orders he made
 * with it as a guest. Throws `token_invalid`.
 *
 * The link alone is not enough: somebody could have signed up with another's address and wait until its owner, who
 * has got our letter, confirms it, and with it opens his orders to a stranger who knows the password.
 */
export async function confirmEmail({
  token,
  actor,
}: {
  token: string;
  actor: Actor;
}): Promise<{ adoptedOrders: number }> {
  const { userId } = requireUser(actor);
  return inTransaction(async (tx) => {
    const used = await consumeToken(tx, { token, purpose: 'confirm_email' });
    if (used?.userId !== userId) fail('token_invalid');
    const { email } = await tx.one<{ email: string }>(
      `UPDATE users SET email_confirmed_at = coalesce(email_confirmed_at, $2) WHERE id = $1 RETURNING email`,
      [userId, now()],
    );
    return { adoptedOrders: await adoptGuestOrders(tx, { userId, email }) };
  });
}

/** Sends the letter with the link once more; the link before stops working. Nothing if it is confirmed already. */
export async function resendConfirmation({ actor }: { actor: Actor }): Promise<void> {
  const { userId, email, name, locale } = requireUser(actor);
  await limit('letter-mailbox', email, mailboxRule);
  await inTransaction(async (tx) => {
    const open = await tx.maybeOne('SELECT id FROM users WHERE id = $1 AND email_confirmed_at IS NULL', [
      userId,
    ]);
    if (open) await sendLink(tx, { to: { userId, email, name, locale }, purpose: 'confirm_email' });
  });
}
