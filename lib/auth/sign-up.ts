import { z } from 'zod';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { toLocale } from '@/lib/i18n/locales';
import { newId } from '@/lib/ids';
import { parseInput } from '@/lib/parse-input';
import { addressKey, type LimitRule, limit } from '@/lib/rate-limit';
import { emailText, optionalShortText } from '@/lib/text';
import { type Addressee, sendAccountExists, sendLink } from './account-letters';
import { evenTime } from './even-time';
import { hashPassword } from './password';
import { newPassword } from './password-rule';

const signUpInput = z.object({ email: emailText(), name: optionalShortText(100), password: newPassword });

/** Letters that strangers can have us send: few to one mailbox, some more from one address. */
export const mailboxRule: LimitRule = { points: 5, seconds: 60 * 60 };
export const senderRule: LimitRule = { points: 30, seconds: 60 * 60 };

type SignUp = { email: string; name: string; password: string; locale: string; ip: string };

/**
 * Makes an account and sends the letter that confirms its e-mail. Answers the same, after the same work, for an
 * address that has an account: then only its owner is told, by letter, and nothing is changed.
 */
export async function signUp(given: SignUp): Promise<{ email: string }> {
  const { email, name, password } = parseInput(signUpInput, given);
  await limit('sign-up-address', addressKey(given.ip), senderRule);
  await limit('letter-mailbox', email, mailboxRule);
  const passwordHash = await hashPassword(password);
  const locale = toLocale(given.locale);
  await evenTime(200, () =>
    inTransaction(async (tx) => {
      const made = await insertUser(tx, { email, name, locale, passwordHash });
      if (made) await sendLink(tx, { to: made, purpose: 'confirm_email' });
      else await tellOwner(tx, email);
    }),
  );
  return { email };
}

async function insertUser(
  tx: Tx,
  user: { email: string; name: string; locale: string; passwordHash: string },
): Promise<Addressee | null> {
  const { email, name, locale, passwordHash } = user;
  const row = await tx.maybeOne<{ userId: string }>(
    `INSERT INTO users (id, email, password_hash, name, locale, roles, created_at)
     VALUES ($1, $2, $3, $4, $5, '{customer}', $6)
     ON CONFLICT (email) DO NOTHING RETURNING id AS "userId"`,
    [newId('usr'), email, passwordHash, name, locale, now()],
  );
  return row && { userId: row.userId, email, name, locale };
}

/**
 * An account that was never confirmed gets its link again, but keeps its password: otherwise a stranger could take
 * it over by signing up once more.
 */
async function tellOwner(tx: Tx, email: string): Promise<void> {
  const owner = await tx.maybeOne<Addressee & { open: boolean; disabled: boolean }>(
    `SELECT id AS "userId", email, name, locale, email_confirmed_at IS NULL AND password_hash IS NOT NULL AS open,
            disabled_at IS NOT NULL AS disabled
       FROM users WHERE email = $1`,
    [email],
  );
  if (!owner || owner.disabled) return;
  if (owner.open) await sendLink(tx, { to: owner, purpose: 'confirm_email' });
  else await sendAccountExists(tx, { to: owner, at: now() });
}
