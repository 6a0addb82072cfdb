import { beforeEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { startRefund } from '@/lib/exchange/start-refund';
import { staff } from '@/lib/exchange/testing/office';
import { guest } from '@/lib/exchange/testing/orders';
import { directPage, readDirectFilter } from '@/lib/payments/direct/direct-list';
import { readPayoutFilter } from '@/lib/payments/payouts/payout-filter';
import { payoutCounts, payoutPage } from '@/lib/payments/payouts/payout-list';
import { payoutMethods } from '@/lib/payments/payouts/payout-methods';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { readRefundFilter } from '@/lib/payments/refunds/refund-filter';
import { refundCounts, refundPage } from '@/lib/payments/refunds/refund-list';
import { makePayingOffice, paidOrder, payoutOf } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const actor = staff('operator');

beforeEach(resetPaying);

describe('the list of payouts', () => {
  it('shows each view, filters by method and number, and tells what may be done', async () => {
    const office = await makePayingOffice();
    const [waits, unknown, paid] = [
      await paidOrder(office),
      await paidOrder(office),
      await paidOrder(office),
    ];
    paying.send = () => ({ outcome: 'unknown', reason: 'no answer' });
    await sendPayout((await payoutOf(unknown.id)).id);
    paying.send = () => ({ outcome: 'settled', reference: 'tx-list', fee: '0.00001' });
    await sendPayout((await payoutOf(paid.id)).id);
    const under = async (view: string, more: Record<string, string> = {}) =>
      (await payoutPage({ actor, filter: readPayoutFilter({ view, method: office.coin.id, ...more }) })).rows;
    expect((await under('open')).map(({ subjectId }) => subjectId)).toEqual([waits.id, unknown.id]);
    expect(await under('unknown')).toMatchObject([
      { subjectId: unknown.id, decidable: true, requestedBy: null },
    ]);
    expect(await under('settled')).toMatchObject([{ reference: 'tx-list', fee: '0.00001000' }]);
    expect(await under('all', { q: 'tx-list' })).toMatchObject([{ subjectId: paid.id }]);
    expect(await under('all', { since: '2001-01-01', until: '2001-01-02' })).toEqual([]);
    expect(await payoutCounts(actor)).toMatchObject({
      unknown: expect.any(Number),
      queued: expect.any(Number),
    });
  });

  it('goes page by page and shows every payout once', async () => {
    const office = await makePayingOffice();
    const { id: orderId } = await paidOrder(office);
    const { id } = await payoutOf(orderId);
    await query(
      `INSERT INTO payouts (id, subject_kind, subject_id, method_id, system_code, status, asset_code, amount_units,
         destination, requested_by, created_at)
       SELECT 'pot_' || lpad(n::text, 16, '0'), 'order', 'copy' || n, method_id, system_code, 'settled', asset_code, 1,
         destination, 'system', created_at + n * interval '1 second'
       FROM payouts, generate_series(1, 120) n WHERE id = $1`,
      [id],
    );
    const filter = readPayoutFilter({ view: 'all', method: office.coin.id });
    const seen: string[] = [];
    for (let after: string | undefined, pages = 0; pages < 5; pages += 1) {
      const page = await payoutPage({ actor, filter, after });
      seen.push(...page.rows.map((row) => row.id));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
  });

  it('is for the desk only; nonsense in an address filters nothing', async () => {
    const filter = readPayoutFilter({ view: "'; --", method: 'x', since: '2026-13-45', q: ['a', 'b'] });
    expect(filter).toEqual({ view: 'open' });
    for (const who of [guest(), staff('customer'), staff('cashier')])
      await expect(payoutPage({ actor: who, filter })).rejects.toMatchObject({ name: 'AppError' });
    await expect(payoutPage({ actor, filter, after: "1-pot_'" })).resolves.toBeTruthy();
  });

  it('and those of refunds and direct payments are shown whatever an address says', async () => {
    const pages = [
      (address: Record<string, string>, after?: string) =>
        payoutPage({ actor, filter: readPayoutFilter(address), after }),
      (address: Record<string, string>, after?: string) =>
        refundPage({ actor, filter: readRefundFilter(address), after }),
      (address: Record<string, string>, after?: string) =>
        directPage({ actor, filter: readDirectFilter(address), after }),
    ];
    const addresses: Record<string, string>[] = [
      { since: '2026-02-31' },
      { until: '0000-01-01' },
      { q: 'ord_\0' },
      { view: 'all', q: '9'.repeat(60) },
      { view: "all'; DROP TABLE payouts; --" },
    ];
    for (const show of pages) {
      for (const address of addresses) await expect(show(address)).resolves.toHaveProperty('rows');
      for (const prefix of ['pot', 'rfd', 'pay'])
        await expect(show({}, `999999999999999-${prefix}_0000000000000000`)).resolves.toHaveProperty('rows');
    }
  });
});

it('methods are told with what they sent today', async () => {
  const office = await makePayingOffice();
  expect(await payoutMethods(actor)).toContainEqual(
    expect.objectContaining({ id: office.coin.id, stopped: false, sentToday: '0.00000000' }),
  );
});

describe('the list of refunds', () => {
  it('shows what waits, by view and method', async () => {
    const office = await makePayingOffice({ type: 'semi_automatic', refundApproval: 1000n });
    const { id: orderId } = await paidOrder(office);
    await startRefund({ orderId, reason: 'The customer asked for it', actor });
    const filter = readRefundFilter({ view: 'approval', method: office.bank.id });
    const { rows } = await refundPage({ actor, filter });
    expect(rows).toMatchObject([{ orderId, own: true, amount: '60000.00', cancelable: true, kind: 'full' }]);
    expect((await refundPage({ actor: staff('admin'), filter })).rows).toMatchObject([{ own: false }]);
    expect((await refundCounts(actor)).approval).toBeGreaterThan(0);
    await expect(refundPage({ actor: guest(), filter })).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
