import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addMinutes, now, shiftClock } from '@/lib/clock';
import { acceptReceipt } from '@/lib/exchange/accept-receipt';
import { cancelByCustomer } from '@/lib/exchange/cancel-by-customer';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { expireOrders } from '@/lib/exchange/expire-orders';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { reviveOrder } from '@/lib/exchange/revive-order';
import { scheduleTransfer } from '@/lib/exchange/schedule-transfer';
import { startRefund } from '@/lib/exchange/start-refund';
import { staff } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { settle } from '@/lib/exchange/testing/payments';
import {
  expectAllInOrder,
  heldOn,
  historyOf,
  letterProps,
  lettersOf,
  movedBy,
  transfersOf,
} from '@/lib/exchange/testing/traces';
import { makeWalletOffice, makeWalletOrder, paymentIdOf } from '@/lib/exchange/testing/wallet-office';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { payoutOf, payoutsOf, refundOf } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';
import { inWallet, makeHolder, type TestHolder } from '@/lib/wallet/testing/wallets';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import { walletHistory } from '@/lib/wallet/wallet-queries';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { payingSystem } = await import('@/lib/payments/testing/paying-system');
  return { ...real, paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null) };
});

const operator = staff('operator');
let office: DoorOffice;
let holder: TestHolder;

beforeEach(async () => {
  resetPaying();
  office = await makeWalletOffice();
  holder = await makeHolder({ RUB: 10_000_000n, USDT: 1_000_000_000n });
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

const fromRub = (give = '60000', pay = true) =>
  makeWalletOrder({ from: 'WALLETRUB', to: office.coin.code, give, actor: holder.actor, pay });

const lines = async () =>
  (await walletHistory(holder.actor)).lines.slice(0, -2).map(({ kind, asset, amount, details, subject }) => ({
    kind,
    asset,
    amount,
    method: details.method,
    subject,
  }));

describe('from a wallet', () => {
  it('to a system: paid in the press that makes it, paid out by the system, completed', async () => {
    const { orderId } = await fromRub();
    expect(await theOrder(orderId)).toMatchObject({
      status: 'in_progress',
      fromWallet: holder.userId,
      toWallet: null,
      receivedUnits: 6_000_000n,
      customerId: holder.userId,
    });
    expect((await inWallet(holder.userId, 'RUB')).units).toBe(4_000_000n);
    expect(await heldOn(office.coin.id)).toBe(1_000_000n);
    expect(await historyOf(orderId)).toEqual(['created', 'received']);
    // Made and paid in one breath: no letter asks to pay.
    expect(await lettersOf(orderId)).toEqual(['payment_received']);
    const number = formatWalletNumber(holder.number);
    expect(await letterProps(orderId, 'payment_received')).toMatchObject({ from: { wallet: number } });
    await sendPayout((await payoutOf(orderId)).id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', exception: null });
    expect(await movedBy(orderId)).toMatchObject({ 'wallet RUB': 6_000_000n, 'reserve BTC': -1_000_000n });
    expect(await lines()).toEqual([
      { kind: 'exchange_out', asset: 'RUB', amount: '-60000.00', method: office.coin.code, subject: orderId },
    ]);
  });

  it('to people: received, and completed by the operator', async () => {
    const { orderId } = await makeWalletOrder({
      from: 'WALLETUSDT',
      to: office.coin.code,
      give: '600',
      actor: holder.actor,
    });
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', type: 'semi_automatic' });
    expect(await lettersOf(orderId)).toEqual(expect.arrayContaining(['payment_received', 'A2']));
    await finalizeOrder({ orderId, actor: operator, payoutReference: 'tx-9' });
    expect(await movedBy(orderId)).toMatchObject({ 'wallet USDT': 600_000_000n, 'reserve BTC': -1_000_000n });
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('to another wallet of his: one transfer, nothing held, completed at once', async () => {
    const { orderId } = await makeWalletOrder({
      from: 'WALLETRUB',
      to: 'WALLETUSDT',
      give: '1000',
      actor: holder.actor,
    });
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', holdId: null, exception: null });
    expect(await transfersOf(orderId)).toEqual(['completion']);
    expect(await historyOf(orderId)).toEqual(['created', 'received', 'payout_settled']);
    expect(await lettersOf(orderId)).toEqual(['U3', 'A1']);
    const number = formatWalletNumber(holder.number);
    expect(await letterProps(orderId, 'U3')).toMatchObject({
      to: { wallet: number, amount: '10.000000' },
      getRequisites: [{ title: 'Wallet number', value: number }],
    });
    expect((await inWallet(holder.userId, 'USDT')).units).toBe(1_010_000_000n);
    expect(new Set((await lines()).map(({ kind, asset, amount }) => `${kind} ${asset} ${amount}`))).toEqual(
      new Set(['exchange_out RUB -1000.00', 'exchange_in USDT 10.000000']),
    );
  });

  it('expires unpaid like any other, is canceled by its customer, and its late money is no claim', async () => {
    const { orderId, secret } = await fromRub('60000', false);
    expect(await lettersOf(orderId)).toEqual(['order_created']);
    const claim = () => claimPayment({ orderId, reader: { secret }, actor: holder.actor });
    await expect(claim()).rejects.toMatchObject({ code: 'move_not_allowed' });
    shiftClock(addMinutes(now(), 120).getTime() - now().getTime());
    expect(await expireOrders()).toBe(1);
    expect(await heldOn(office.coin.id)).toBe(0n);
    await expect(claim()).rejects.toMatchObject({ code: 'move_not_allowed' });
    shiftClock(0);
    const other = await fromRub('60000', false);
    await cancelByCustomer({ orderId: other.orderId, reader: { secret: other.secret }, actor: holder.actor });
    expect((await inWallet(holder.userId, 'RUB')).units).toBe(10_000_000n);
  });

  it('is confirmed by nobody’s word but its owner’s', async () => {
    const { orderId } = await fromRub('60000', false);
    const steps = [
      () => finalizeOrder({ orderId, actor: operator }),
      () => scheduleTransfer({ orderId, actor: operator, sendAt: addMinutes(now(), 60) }),
      () => startRefund({ orderId, actor: operator, reason: 'test' }),
      () => acceptReceipt({ orderId, actor: operator, rate: 'old' }),
      () => reviveOrder({ orderId, actor: operator, rate: 'old' }),
    ];
    for (const step of steps)
      await expect(step()).rejects.toMatchObject({
        code: expect.stringMatching(/^(move_not_allowed|order_moved)$/),
      });
    expect((await inWallet(holder.userId, 'RUB')).units).toBe(10_000_000n);
  });
});

describe('into a wallet', () => {
  const bankTo = (to: string, give = '1000') =>
    makeWalletOrder({ from: office.bank.code, to, give, actor: holder.actor });

  it('from a system: credited by the transfer that books the money, with no payout', async () => {
    const { orderId } = await bankTo('WALLETRUB');
    expect(await theOrder(orderId)).toMatchObject({
      holdId: null,
      toWallet: holder.userId,
      fromWallet: null,
    });
    expect(await settle(await paymentIdOf(orderId), '1000')).toBe('paid');
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', payoutReference: null });
    expect(await payoutsOf(orderId)).toEqual([]);
    expect(await transfersOf(orderId)).toEqual(['completion']);
    expect(await lettersOf(orderId)).toEqual(['order_created', 'U3', 'A1']);
    expect((await inWallet(holder.userId, 'RUB')).units).toBe(10_100_000n);
    expect(await lines()).toMatchObject([
      { kind: 'exchange_in', amount: '1000.00', method: office.bank.code },
    ]);
  });

  it('by an operator: credited by his last step', async () => {
    const { orderId, secret } = await bankTo('WALLETUSDT');
    await claimPayment({ orderId, reader: { secret }, actor: holder.actor });
    await finalizeOrder({ orderId, actor: operator });
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed' });
    expect((await inWallet(holder.userId, 'USDT')).units).toBe(1_010_000_000n);
    expect(await lettersOf(orderId)).toEqual(expect.arrayContaining(['U1', 'U3']));
  });

  it('paid otherwise than agreed: accepted for what came, and credited with that', async () => {
    const { orderId } = await bankTo('WALLETRUB');
    await settle(await paymentIdOf(orderId), '400');
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', exception: 'underpaid' });
    await acceptReceipt({ orderId, actor: operator, rate: 'old' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', holdId: null });
    expect((await inWallet(holder.userId, 'RUB')).units).toBe(10_040_000n);
  });

  it('paid late: revived without a hold, and credited', async () => {
    const { orderId } = await bankTo('WALLETRUB');
    shiftClock(addMinutes(now(), 120).getTime() - now().getTime());
    await expireOrders();
    await settle(await paymentIdOf(orderId), '1000');
    expect(await theOrder(orderId)).toMatchObject({ status: 'canceled', exception: 'paid_late' });
    await reviveOrder({ orderId, actor: operator, rate: 'old' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'completed', holdId: null });
    expect((await inWallet(holder.userId, 'RUB')).units).toBe(10_100_000n);
  });
});

describe('a refund of what a wallet paid', () => {
  it('is there again at once, with one letter and the hold released', async () => {
    const { orderId } = await makeWalletOrder({
      from: 'WALLETUSDT',
      to: office.coin.code,
      give: '600',
      actor: holder.actor,
    });
    await startRefund({ orderId, actor: operator, reason: 'No coins today', fee: '1.5' });
    expect(await theOrder(orderId)).toMatchObject({ status: 'refunded', receivedUnits: 0n, exception: null });
    expect(await refundOf(orderId)).toMatchObject({ status: 'settled', way: 'wallet', feeUnits: 1_500_000n });
    expect((await inWallet(holder.userId, 'USDT')).units).toBe(998_500_000n);
    expect(await heldOn(office.coin.id)).toBe(0n);
    expect(await lettersOf(orderId)).toEqual(['payment_received', 'A2', 'refunded']);
    expect(await lines()).toMatchObject([{ kind: 'refund', amount: '598.500000' }, { kind: 'exchange_out' }]);
  });

  it('of an automatic order whose payout was refused comes back too', async () => {
    const { orderId } = await fromRub();
    paying.send = () => ({ outcome: 'refused', reason: 'closed' });
    await sendPayout((await payoutOf(orderId)).id);
    expect(await theOrder(orderId)).toMatchObject({ status: 'funds_received', exception: 'payout_failed' });
    await startRefund({ orderId, actor: operator, reason: 'Cannot pay' });
    expect((await inWallet(holder.userId, 'RUB')).units).toBe(10_000_000n);
    expect((await theOrder(orderId)).status).toBe('refunded');
  });
});
