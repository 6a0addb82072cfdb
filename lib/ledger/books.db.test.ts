import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction, query } from '@/lib/db';
import { accountStatement, type StatementLine } from '@/lib/ledger/account-queries';
import { accountId } from '@/lib/ledger/accounts';
import { adjustReserve } from '@/lib/ledger/adjust-reserve';
import { post } from '@/lib/ledger/post';
import { balanceOf, reserveBalances } from '@/lib/ledger/queries';
import { checkLedger, lastReconcile, reconcile } from '@/lib/ledger/reconcile';
import { ledgerOffice } from '@/lib/ledger/testing/ledger-office';
import { transfersOf } from '@/lib/ledger/transfer-queries';

const db = { query };

const admin: Actor = {
  kind: 'user',
  userId: 'usr_test',
  sessionId: 'ses_test',
  email: 'admin@kantor.test',
  name: 'Admin',
  roles: ['admin'],
  locale: 'en',
  ip: '127.0.0.1',
};

describe('reserve adjustment', () => {
  const reason = 'Brought in from the bank';

  async function method() {
    const code = `A${randomUUID().slice(0, 6).toUpperCase()}`;
    await query(
      `INSERT INTO assets (code, kind, scale, titles, created_at) VALUES ($1, 'fiat', 2, '{}', now())`,
      [code],
    );
    await query(
      `INSERT INTO payment_methods (id, code, kind, asset_code, titles, created_at, updated_at)
       VALUES ($1, $1 || 'C', 'bank', $1, '{}', now(), now())`,
      [code],
    );
    return code;
  }

  test('an admin changes a reserve once a form, with the reason in the ledger and the audit', async () => {
    const methodId = await method();
    const change = { actor: admin, methodId, amountUnits: 500n, reason, idempotencyKey: 'form-1' };
    const [first, second] = await Promise.all([adjustReserve(change), adjustReserve(change)]);
    expect(first.transferId).toBe(second.transferId);
    expect((await reserveBalances([methodId])).get(methodId)?.availableUnits).toBe(500n);
    const [transfer] = await transfersOf(admin, methodId);
    expect(transfer).toMatchObject({ note: reason, actor: 'Admin', kind: 'adjustment' });
    expect(transfer?.entries.map((entry) => [entry.account.kind, entry.side, entry.amount])).toEqual([
      ['reserve', 'debit', '5.00'],
      ['capital', 'credit', '5.00'],
    ]);
    const audited = await query(
      `SELECT action, after->>'change' AS change FROM audit_records WHERE subject = $1`,
      [`${methodId}C`],
    );
    expect(audited).toEqual([{ action: 'reserve.adjust', change: `5.00 ${methodId}` }]);
  });

  test('is refused without the role, without a reason, of nothing, and beyond what is free', async () => {
    const methodId = await method();
    const change = { actor: admin, methodId, amountUnits: 5n, reason, idempotencyKey: 'form-2' };
    const operator: Actor = { ...admin, roles: ['operator'] };
    await expect(adjustReserve({ ...change, actor: operator })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(adjustReserve({ ...change, reason: '  ' })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(adjustReserve({ ...change, amountUnits: 0n })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(adjustReserve({ ...change, amountUnits: -1n })).rejects.toMatchObject({
      code: 'ledger_overdraft',
    });
    await expect(adjustReserve({ ...change, methodId: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    await query(`UPDATE payment_methods SET kind = 'wallet' WHERE id = $1`, [methodId]);
    await expect(adjustReserve(change)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('statement', () => {
  test('its running balance is right over all stripes and from page to page', async () => {
    const { capital, fill } = ledgerOffice();
    for (let i = 1n; i <= 25n; i += 1n) await post(db, fill(i));
    const lines: StatementLine[] = [];
    for (let before: bigint | undefined; ; ) {
      const page = await accountStatement(admin, { id: accountId(capital), before, pageSize: 10 });
      lines.push(...(page?.lines ?? []));
      if (!page?.next) break;
      before = BigInt(page.next);
    }
    expect(lines).toHaveLength(25);
    let running = 0n;
    for (const line of lines.reverse()) {
      running += BigInt(line.amount);
      expect(line.balanceAfter).toBe(running.toString());
    }
    expect(-running).toBe((await balanceOf(capital)).balanceUnits);
  });
});

describe('reconcile', () => {
  test('a healthy ledger is clean, and the result is kept', async () => {
    const report = await reconcile();
    expect(report).toMatchObject({ clean: true, findings: [] });
    expect((await lastReconcile(admin))?.startedAt.getTime()).toBeGreaterThanOrEqual(
      report.startedAt.getTime(),
    );
  });

  test('every kind of damage is found', async () => {
    const { a, fill } = ledgerOffice();
    await post(db, fill(10n, [{ step: 'place', holdId: randomUUID(), account: a, amountUnits: 2n }]));
    const damage: [rule: string, sql: string][] = [
      [
        'transfer_balanced',
        'UPDATE ledger_entries SET amount_units = amount_units + 1 WHERE account_id = $1',
      ],
      [
        'asset_balanced',
        'UPDATE ledger_balances SET balance_units = balance_units + 1 WHERE account_id = $1',
      ],
      [
        'balance_is_sum',
        'UPDATE ledger_balances SET balance_units = balance_units + 1 WHERE account_id = $1',
      ],
      ['last_entry_is_balance', 'UPDATE ledger_entries SET balance_after_units = 9 WHERE account_id = $1'],
      ['held_is_sum', 'UPDATE ledger_balances SET held_units = 1 WHERE account_id = $1'],
      ['balance_allowed', 'UPDATE ledger_balances SET sign = 0 WHERE account_id = $1'],
      [
        'nothing_orphaned',
        `DELETE FROM ledger_transfers WHERE id IN
         (SELECT transfer_id FROM ledger_entries WHERE account_id = $1)`,
      ],
    ];
    for (const [rule, sql] of damage) {
      const undone = new Error('undone');
      await inTransaction(async (tx) => {
        await tx.query(sql, [accountId(a)]);
        expect((await checkLedger(tx)).map((finding) => finding.rule)).toContain(rule);
        throw undone;
      }).catch((error) => expect(error).toBe(undone));
    }
  });
});
