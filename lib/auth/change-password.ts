import { z } from 'zod';
import { inTransaction, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import { forgetLimit, type LimitRule, limit } from '@/lib/rate-limit';
import { sendPasswordChanged } from './account-letters';
import { type Actor, requireUser } from './actor';
import { hashPassword, verifyPassword } from './password';
import { givenPassword } from './password-rule';
import { revokeSessionsOf } from './revoke-sessions';
import { passwordPair } from './set-password';
import { voidTokens } from './tokens';

const changeInput = passwordPair.and(z.object({ presentPassword: givenPassword }));

const triesRule: LimitRule = { points: 10, seconds: 15 * 60 };

type ChangePassword = {
  presentPassword: string;
  password: string;
  passwordAgain: string;
  actor: Actor;
};

/** Changes one's own password. Ends every other session and every link that could set another one. */
export async function changePassword(given: ChangePassword): Promise<void> {
  const { userId, sessionId, email, name, locale, ip } = requireUser(given.actor);
  const { presentPassword, password } = parseInput(changeInput, given);
  await limit('change-password', userId, triesRule);
  const [user] = await query<{ passwordHash: string | null }>(
    'SELECT password_hash AS "passwordHash" FROM users WHERE id = $1',
    [userId],
  );
  const oldHash = user?.passwordHash ?? null;
  if (!(await verifyPassword(oldHash, presentPassword))) {
    fail('invalid_input', { fields: { presentPassword: { key: 'passwordWrong' } } });
  }
  const newHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const changed = await tx.maybeOne(
      'UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash = $2 RETURNING id',
      [userId, oldHash, newHash],
    );
    if (!changed) fail('password_wrong');
    await revokeSessionsOf(tx, { userId, except: sessionId });
    await voidTokens(tx, { userId, purposes: ['reset_password', 'set_password'] });
    await sendPasswordChanged(tx, { to: { userId, email, name, locale }, ip });
  });
  await forgetLimit('change-password', userId, triesRule);
}
