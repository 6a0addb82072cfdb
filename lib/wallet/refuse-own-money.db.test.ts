import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { addMinutes, now } from '@/lib/clock';
import { query } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { scheduleTransfer } from '@/lib/exchange/schedule-transfer';
import { startRefund } from '@/lib/exchange/start-refund';
import { staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder } from '@/lib/exchange/testing/traces';
import { makeWalletOffice, makeWalletOrder, paymentIdOf } from '@/lib/exchange/testing/wallet-office';
import { newId } from '@/lib/ids';
import { bookPayment } from '@/lib/payments/book-payment';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { approvePayout } from '@/lib/payments/payouts/approve-payout';
import { confirmLine } from '@/lib/payments/statements/decide-line';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { payoutOf } from '@/lib/payments/testing/paying-office';
import { inWallet, makeHolder } from '@/lib/wallet/testing/wallets';
import { createTopUp } from './top-up/create-top-up';
import {
  customer,
  makeTopUpOffice,
  paymentFor,
  purseOf,
  theTopUp,
  wishOf,
} from './top-up/testing/top-up-office';

vi.mock(
  '@/lib/payments/registry',
  async () => (await import('@/lib/payments/testing/paying-registry')).payingRegistry,
);

const operator = staff('operator');
const secondPerson = { code: 'second_person' };
const asOperator = (actor: UserActor): UserActor => ({ ...actor, roles: ['operator', 'admin'] });

/** Who tried it, as the office kept it. */
async function tried(paymentId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT actor_id AS id FROM audit_records WHERE action = 'wallet.refused' AND subject = $1`,
    [paymentId],
  );
  return rows.map(({ id }) => id);
}

describe('an operator whose own order goes into his wallet', () => {
  let office: DoorOffice;
  beforeEach(async () => {
    office = await makeWalletOffice();
  });
  afterEach(expectAllInOrder);

  it('does not book its payment', async () => {
    const { actor, userId } = await makeHolder();
    const { orderId } = await makeWalletOrder({
      from: office.bank.code,
      to: 'WALLETRUB',
      give: '100',
      actor,
    });
    const paymentId = await paymentIdOf(orderId);
    const book = (who: UserActor) => bookPayment({ actor: who, paymentId, amount: '100', reference: 'seen' });
    await expect(book(asOperator(actor))).rejects.toMatchObject(secondPerson);
    expect(await tried(paymentId)).toEqual([userId]);
    expect((await theOrder(orderId)).receivedUnits).toBe(0n);
    await book(operator);
    expect((await inWallet(userId, 'RUB')).units).toBe(10_000n);
  });

  it('does not take it as paid by going on with it', async () => {
    const { actor, userId } = await makeHolder();
    const { orderId } = await makeWalletOrder({
      from: office.bank.code,
      to: 'WALLETUSDT',
      give: '100',
      actor,
    });
    const himself = asOperator(actor);
    for (const step of [
      () => finalizeOrder({ orderId, actor: himself }),
      () => scheduleTransfer({ orderId, actor: himself, sendAt: addMinutes(now(), 60) }),
    ])
      await expect(step()).rejects.toMatchObject(secondPerson);
    await expect(startRefund({ orderId, actor: himself, reason: 'test' })).rejects.toMatchObject({
      name: 'AppError',
    });
    expect((await inWallet(userId, 'USDT')).units).toBe(0n);
    await finalizeOrder({ orderId, actor: operator });
    expect((await inWallet(userId, 'USDT')).units).toBe(1_000_000n);
  });
});

describe('an operator whose own order from his wallet is above the limit for two people', () => {
  it('does not approve its payout, though the rules asked for it', async () => {
    const office = await makeWalletOffice();
    await query('UPDATE payment_methods SET payout_approval_units = 1 WHERE id = $1', [office.coin.id]);
    const { actor } = await makeHolder({ RUB: 10_000_000n });
    const wish = { from: 'WALLETRUB', to: office.coin.code, give: '60000', actor };
    const { orderId } = await makeWalletOrder(wish);
    const { id: payoutId, status } = await payoutOf(orderId);
    expect(status).toBe('awaiting_approval');
    await expect(approvePayout({ actor: asOperator(actor), payoutId })).rejects.toMatchObject(secondPerson);
    await approvePayout({ actor: operator, payoutId });
    expect(await payoutOf(orderId)).toMatchObject({ status: 'queued', approvedBy: operator.name });
  });
});

describe('an operator who tops up his own wallet', () => {
  it('does not confirm it himself, by no way; a colleague does', async () => {
    const office = await makeTopUpOffice('direct');
    const ann = await customer();
    const { topUpId } = await createTopUp({ actor: ann, ...wishOf(office, 'direct', { amount: '1000' }) });
    const { id: paymentId } = await paymentFor(topUpId);
    const actor = asOperator(ann);
    for (const attempt of [
      () => confirmDirectPayment({ actor, paymentId, amount: '1000' }),
      () => confirmLine({ actor, paymentId, lineId: newId('stl') }),
      () => bookPayment({ actor, paymentId, amount: '1000', reference: 'seen by me' }),
    ])
      await expect(attempt()).rejects.toMatchObject(secondPerson);
    expect(await purseOf(ann)).toBe(0n);
    expect(await tried(paymentId)).toEqual([ann.userId, ann.userId, ann.userId]);
    await confirmDirectPayment({ actor: operator, paymentId, amount: '1000' });
    expect((await theTopUp(topUpId)).status).toBe('credited');
  });
});
