import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { toLocale } from '@/lib/i18n/locales';
import { queueLetter } from '@/lib/notify/queue-letter';
import { issueToken, type TokenPurpose } from './tokens';

/** Whom a letter goes to. */
export type Addressee = { userId: string; email: string; name: string; locale: string };

const pages: Record<TokenPurpose, string> = {
  confirm_email: 'confirm-email',
  reset_password: 'reset-password',
  set_password: 'set-password',
};

/** Issues a one-time link and queues the letter that carries it. Returns the link. */
export async function sendLink(
  tx: Tx,
  { to, purpose, invitedBy }: { to: Addressee; purpose: TokenPurpose; invitedBy?: string | undefined },
): Promise<string> {
  const { tokenId, token, expiresAt } = await issueToken(tx, { userId: to.userId, purpose });
  const url = `${address(to, pages[purpose])}?token=${token}`;
  const letter = { ...envelope(to), dedupeKey: `token:${tokenId}` };
  const props = { url, expiresAt: expiresAt.toISOString() };
  if (purpose === 'set_password') {
    await queueLetter(tx, { ...letter, code: purpose, props: { ...props, name: to.name, invitedBy } });
  } else {
    // Whoever signs up with another's address would have us send him any words as a name, in the office's own.
    const name = (await isProved(tx, to)) ? to.name : '';
    await queueLetter(tx, { ...letter, code: purpose, props: { ...props, name } });
  }
  return url;
}

/** Tells that somebody wanted an account with an address that has one. */
export async function sendAccountExists(tx: Tx, { to, at }: { to: Addressee; at: Date }): Promise<void> {
  await queueLetter(tx, {
    ...envelope(to),
    code: 'account_exists',
    dedupeKey: `user:${to.userId}:account_exists:${at.getTime()}`,
    props: {
      name: to.name,
      signInUrl: address(to, 'sign-in'),
      resetUrl: address(to, 'forgot-password'),
    },
  });
}

/**
 * Tells that the password was changed, and the way back if it was somebody else. Not to a mailbox that nobody has
 * proved: whoever signed up with another's address could flood it.
 */
export async function sendPasswordChanged(tx: Tx, { to, ip }: { to: Addressee; ip: string }): Promise<void> {
  if (!(await isProved(tx, to))) return;
  const at = now();
  await queueLetter(tx, {
    ...envelope(to),
    code: 'password_changed',
    dedupeKey: `user:${to.userId}:password_changed:${at.getTime()}`,
    props: { name: to.name, at: at.toISOString(), ip, resetUrl: address(to, 'forgot-password') },
  });
}

/** Whether the mailbox is known to be the person's. */
async function isProved(tx: Tx, { userId }: Addressee): Promise<boolean> {
  const proved = 'SELECT 1 FROM users WHERE id = $1 AND email_confirmed_at IS NOT NULL';
  return (await tx.maybeOne(proved, [userId])) !== null;
}

function envelope(to: Addressee) {
  return { to: to.email, userId: to.userId, locale: toLocale(to.locale) };
}

function address(to: Addressee, page: string): string {
  return `${env().KANTOR_URL}/${toLocale(to.locale)}/${page}`;
}
