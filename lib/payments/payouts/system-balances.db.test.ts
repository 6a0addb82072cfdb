import { beforeEach, describe, expect, it, vi } from 'vitest';
import { query } from '@/lib/db';
import { addReserve, staff } from '@/lib/exchange/testing/office';
import { guest } from '@/lib/exchange/testing/orders';
import { checkBalances } from '@/lib/payments/payouts/check-balances';
import { systemBalances } from '@/lib/payments/payouts/system-balances';
import { makeConnection } from '@/lib/payments/testing/door';
import { makePayingOffice } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const actor = staff('operator');

beforeEach(resetPaying);

/** What is told of that connection in that asset. */
async function told(connectionId: string, asset = 'BTC') {
  const mine = (await systemBalances(actor)).filter(
    (row) => row.asset === asset && row.accounts.some((account) => account.connectionId === connectionId),
  );
  expect(mine).toHaveLength(1);
  return mine[0];
}

/** An office whose coins, one whole, come in by one account and go out by another. */
async function twoAccounts() {
  const office = await makePayingOffice();
  const payIn = await makeConnection({ systemCode: 'paying' });
  await query('UPDATE payment_methods SET pay_in_connection_id = $2 WHERE id = $1', [office.coin.id, payIn]);
  return { payIn, payOut: office.connectionId, coin: office.coin };
}

const tell = (connectionId: string, amount: string) =>
  query(
    `UPDATE system_connections SET balances = jsonb_build_object('BTC', jsonb_build_object('amount', $2::text,
       'at', '2026-01-01T00:00:00Z')) WHERE id = $1`,
    [connectionId, amount],
  );

describe('balances', () => {
  it('stand beside our reserves, and a difference is told', async () => {
    const office = await makePayingOffice();
    paying.balance = { outcome: 'settled', amount: '1.5' };
    await checkBalances();
    expect(await told(office.connectionId)).toMatchObject({
      reserve: '1.00000000',
      balance: '1.50000000',
      difference: '0.50000000',
      untold: null,
    });
  });

  it('of a method that is paid in by one account and out by another are one sum', async () => {
    const { payIn, payOut } = await twoAccounts();
    await tell(payIn, '0.4');
    await tell(payOut, '0.6');
    const row = await told(payIn);
    expect(row).toEqual(await told(payOut));
    expect(row).toMatchObject({
      reserve: '1.00000000',
      balance: '1.00000000',
      difference: null,
      untold: null,
    });
    expect(row?.accounts.map(({ balance }) => balance).sort()).toEqual(['0.40000000', '0.60000000']);
    expect(row?.partlyByHand).toEqual([]);
  });

  it('of accounts that are held together by several methods are one sum as well', async () => {
    const { payIn, payOut } = await twoAccounts();
    const other = await makePayingOffice();
    await query('UPDATE payment_methods SET pay_in_connection_id = $2 WHERE id = $1', [
      other.coin.id,
      payOut,
    ]);
    for (const id of [payIn, payOut, other.connectionId]) await tell(id, '1');
    const row = await told(other.connectionId);
    expect(row?.accounts).toHaveLength(3);
    expect(row).toMatchObject({ reserve: '2.00000000', balance: '3.00000000', difference: '1.00000000' });
  });

  it('are not compared while an account of the sum never told, or is switched off', async () => {
    const { payIn, payOut } = await twoAccounts();
    await tell(payOut, '0.6');
    expect(await told(payOut)).toMatchObject({ balance: null, difference: null, untold: 'not_told' });
    await tell(payIn, '0.4');
    await query('UPDATE system_connections SET enabled = false WHERE id = $1', [payIn]);
    expect(await told(payOut)).toMatchObject({ balance: null, difference: null, untold: 'account_off' });
  });

  it('name the methods whose money also goes by hand', async () => {
    const { connectionId, coin } = await makePayingOffice();
    await tell(connectionId, '1');
    expect(await told(connectionId)).toMatchObject({ partlyByHand: [{ en: coin.code }] });
  });

  it('below our smallest unit are no difference; what cannot be read is not called equal', async () => {
    const { connectionId, coin } = await makePayingOffice();
    await tell(connectionId, '1.000000001');
    expect(await told(connectionId)).toMatchObject({ difference: null, untold: null });
    await addReserve(coin.id, 1n);
    expect(await told(connectionId)).toMatchObject({ difference: '-0.00000001' });
    await tell(connectionId, 'plenty');
    expect(await told(connectionId)).toMatchObject({ difference: null, untold: 'not_told' });
  });

  it('are for the desk only', async () => {
    await expect(systemBalances(guest())).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
