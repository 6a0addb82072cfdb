import { createHash, randomBytes } from 'node:crypto';
import { now } from '@/lib/clock';
import { type Queryable, query } from '@/lib/db';
import { newId } from '@/lib/ids';

export type TokenPurpose = 'confirm_email' | 'reset_password' | 'set_password';

const hoursValid: Record<TokenPurpose, number> = { confirm_email: 24, reset_password: 1, set_password: 72 };

/**
 * A new one-time token for a letter's link; older ones of the same purpose stop working. Only its hash is kept, so
 * whoever reads the database cannot use it.
 */
export async function issueToken(
  db: Queryable,
  { userId, purpose }: { userId: string; purpose: TokenPurpose },
): Promise<{ tokenId: string; token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const tokenId = newId('tok');
  const moment = now();
  const expiresAt = new Date(moment.getTime() + hoursValid[purpose] * 3_600_000);
  await voidTokens(db, { userId, purposes: [purpose] });
  await db.query(
    `INSERT INTO auth_tokens (id, user_id, purpose, token_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [tokenId, userId, purpose, hashOf(token), moment, expiresAt],
  );
  return { tokenId, token, expiresAt };
}

/** Uses a token up. The account it was made for, or null: unknown, used, too old or made for another purpose. */
export async function consumeToken(
  db: Queryable,
  { token, purpose }: { token: string; purpose: TokenPurpose },
): Promise<{ userId: string } | null> {
  // One statement decides: of two that use it at once, the second finds it used.
  const [used] = await db.query<{ userId: string }>(
    `UPDATE auth_tokens SET used_at = $3
      WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
      RETURNING user_id AS "userId"`,
    [hashOf(token), purpose, now()],
  );
  return used ?? null;
}

/** Whose token it is, without using it: for the page that asks before it acts. */
export async function peekToken({
  token,
  purpose,
}: {
  token: string;
  purpose: TokenPurpose;
}): Promise<{ userId: string; email: string } | null> {
  const [found] = await query<{ userId: string; email: string }>(
    `SELECT u.id AS "userId", u.email FROM auth_tokens t JOIN users u ON u.id = t.user_id
      WHERE t.token_hash = $1 AND t.purpose = $2 AND t.used_at IS NULL AND t.expires_at > $3
        AND u.disabled_at IS NULL`,
    [hashOf(token), purpose, now()],
  );
  return found ?? null;
}

/** Makes a person's unused tokens of these purposes worthless. */
export async function voidTokens(
  db: Queryable,
  { userId, purposes }: { userId: string; purposes: TokenPurpose[] },
): Promise<void> {
  await db.query(
    `UPDATE auth_tokens SET used_at = $3
      WHERE user_id = $1 AND purpose::text = ANY($2::text[]) AND used_at IS NULL`,
    [userId, purposes, now()],
  );
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
