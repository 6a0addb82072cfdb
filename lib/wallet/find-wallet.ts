import { type Actor, hasRole, requireUser, type UserActor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type LimitRule, limit } from '@/lib/rate-limit';
import { maskedName } from '@/lib/wallet/masked-name';
import { readWalletNumber } from '@/lib/wallet/wallet-number';

/** Whose wallet a number is, as strangers may see it. */
export type FoundWallet = { userId: string; number: string; maskedName: string };

const ruleOfCustomers: LimitRule = { points: 30, seconds: 600 };
/** A customer who sends knows the number already; each attempt at another one costs him as much. */
const ruleOfTransfers: LimitRule = { points: 300, seconds: 600 };
const ruleOfStaff: LimitRule = { points: 600, seconds: 600 };

/**
 * Whose wallet a number is. A number with a slip in it is refused before anything is looked up or counted. Customers do
 * not find wallets of people who are switched off; staff do: money may have to be taken back from there.
 *
 * Throws `not_signed_in`, `invalid_input` (field `number`), `too_many_requests`, `wallet_unknown`.
 */
export function findWallet(actor: Actor, numberText: string): Promise<FoundWallet> {
  const isStaff = hasRole(actor, 'cashier', 'operator', 'admin');
  return lookUp(
    requireUser(actor),
    numberText,
    isStaff,
    'find-wallet',
    isStaff ? ruleOfStaff : ruleOfCustomers,
  );
}

/** The same for whoever sends money there, with a limit of its own. Throws the same. */
export function findReceiver(sender: UserActor, numberText: string): Promise<FoundWallet> {
  return lookUp(sender, numberText, false, 'find-receiver', ruleOfTransfers);
}

async function lookUp(
  { userId }: UserActor,
  numberText: string,
  evenDisabled: boolean,
  limitName: string,
  rule: LimitRule,
): Promise<FoundWallet> {
  const number = readWalletNumber(numberText);
  if (number === null) {
    const key = numberText.trim() === '' ? 'required' : 'walletNumber';
    return fail('invalid_input', { fields: { number: { key } } });
  }
  await limit(limitName, userId, rule);
  const [row] = await query<{ userId: string; name: string; email: string }>(
    `SELECT u.id AS "userId", u.name, u.email FROM wallets w JOIN users u ON u.id = w.user_id
     WHERE w.number = $1 AND ($2 OR u.disabled_at IS NULL)`,
    [number, evenDisabled],
  );
  if (!row) fail('wallet_unknown');
  return { userId: row.userId, number, maskedName: maskedName(row) };
}
