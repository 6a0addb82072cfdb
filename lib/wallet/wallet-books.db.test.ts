import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '@/lib/db';
import { walletAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import { checkLedger, reconcile } from '@/lib/ledger/reconcile';
import { makeHolder, moveWallet, switchWallets } from './testing/wallets';

beforeAll(() => switchWallets());

describe('the check of the books', () => {
  it('finds whatever is wrong with a wallet’s history', async () => {
    const { userId } = await makeHolder({ RUB: 1_000n });
    await moveWallet(userId, 'RUB', -300n);
    expect((await reconcile()).findings).toEqual([]);
    const last = `entry_id = (SELECT max(entry_id) FROM wallet_records WHERE user_id = $1)`;
    const damage: [rule: string, sql: string][] = [
      ['wallet_line_is_entry', `DELETE FROM wallet_records WHERE ${last}`],
      ['wallet_line_is_entry', `UPDATE wallet_records SET amount_units = amount_units - 1 WHERE ${last}`],
      ['wallet_line_is_entry', `UPDATE wallet_records SET balance_after_units = 0 WHERE ${last}`],
      ['wallet_line_is_entry', `UPDATE wallet_records SET asset_code = 'USDT' WHERE ${last}`],
      ['wallet_line_is_entry', `UPDATE wallet_records SET transfer_id = 'trf_other' WHERE ${last}`],
      ['wallet_line_is_entry', `UPDATE wallet_records SET entry_id = -1 WHERE ${last}`],
      ['wallet_lines_sum', `UPDATE wallet_records SET amount_units = amount_units - 1 WHERE ${last}`],
      ['wallet_lines_sum', `UPDATE wallet_records SET user_id = 'usr_other' WHERE ${last}`],
      ['wallet_lines_in_time', `UPDATE wallet_records SET at = at - interval '1 hour' WHERE ${last}`],
    ];
    for (const [rule, sql] of damage) {
      const undone = new Error('undone');
      await inTransaction(async (tx) => {
        await tx.query(sql, [userId]);
        expect(
          (await checkLedger(tx)).map((finding) => finding.rule),
          sql,
        ).toContain(rule);
        throw undone;
      }).catch((error) => expect(error).toBe(undone));
    }
  });

  it('finds money that was moved past the history', async () => {
    const [anna, boris] = [await makeHolder({ RUB: 1_000n }), await makeHolder()];
    const undone = new Error('undone');
    await inTransaction(async (tx) => {
      await post(tx, {
        key: 'past the history',
        kind: 'test',
        actor: 'test',
        postings: [
          { account: walletAccount(anna.userId, 'RUB'), amountUnits: 10n },
          { account: walletAccount(boris.userId, 'RUB'), amountUnits: -10n },
        ],
      });
      const rules = (await checkLedger(tx)).map(({ rule }) => rule);
      expect(new Set(rules)).toEqual(new Set(['wallet_line_is_entry', 'wallet_lines_sum']));
      throw undone;
    }).catch((error) => expect(error).toBe(undone));
  });
});
