import { now } from '@/lib/clock';
import { type Queryable, query } from '@/lib/db';
import { newWalletNumber } from '@/lib/wallet/new-wallet-number';

/** More than nine in ten numbers would have to be taken for all attempts to meet one. */
const maxAttempts = 20;

/** The number of a person's wallet, which is made at the first look. Asks nobody's rights. */
export async function walletNumberOf(userId: string, db: Queryable = { query }): Promise<string> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const [row] = await db.query<{ number: string }>(
      'SELECT number FROM wallets WHERE user_id = $1',
      [userId],
      'wallet_number',
    );
    if (row) return row.number;
    // Refused where the number is somebody's, or a twin of this request was first: looked at again either way.
    await db.query(
      'INSERT INTO wallets (user_id, number, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [userId, newWalletNumber(), now()],
    );
  }
  throw new Error(`no wallet number was free in ${maxAttempts} attempts`);
}
