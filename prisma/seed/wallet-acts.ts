import { randomUUID } from 'node:crypto';
import type { UserActor } from '@/lib/auth/actor';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { query } from '@/lib/db';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import { toLocale } from '@/lib/i18n/locales';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { settleByHand } from '@/lib/payments/payouts/settle-by-hand';
import { takePayout } from '@/lib/payments/payouts/take-payout';
import { chooseOutcome } from '@/lib/payments/systems/simulator/choose';
import { type RequisiteField, requisiteFields } from '@/lib/requisites/field';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { claimTopUp } from '@/lib/wallet/top-up/claim-top-up';
import { createTopUp } from '@/lib/wallet/top-up/create-top-up';
import { startTopUp } from '@/lib/wallet/top-up/start-top-up';
import { transferBetweenWallets } from '@/lib/wallet/transfer';
import { createWithdrawal } from '@/lib/wallet/withdrawal/create-withdrawal';
import { summariseWithdrawal } from '@/lib/wallet/withdrawal/summarise-withdrawal';
import { methodOf } from './catalog';
import { chance } from './chance';
import { valuesOf } from './orders';
import { receiptPicture } from './receipt';
import { madeUpValue } from './requisites';
import type { Holder } from './wallet-people';

/** What people do with wallets, each by the command that a page calls. */

const dice = chance(41_261_122);

/** By the simulator; `paid`: he went through with it. */
export async function topUpBySystem(
  holder: Holder,
  { code, amount, paid = true }: { code: string; amount: string; paid?: boolean },
): Promise<void> {
  const topUpId = await wish(holder, { way: 'system', methodCode: code, amount });
  if (!paid) return;
  await startTopUp({
    actor: holder.actor,
    topUpId,
    locale: toLocale(holder.seed.locale),
    ip: holder.actor.ip,
  });
  await payBySimulator(topUpId);
}

/** The started payment of a top-up or an order is paid, and the system asked about it. */
export async function payBySimulator(subjectId: string): Promise<void> {
  const [row] = await query<{ paymentId: string; operationId: string }>(
    `SELECT p.id AS "paymentId", s.id AS "operationId" FROM payments p
       JOIN simulator_operations s ON s.kind = 'payment' AND s.our_id = p.id
     WHERE p.subject_id = $1`,
    [subjectId],
  );
  if (!row) throw new Error(`the payment of ${subjectId} was not started`);
  await chooseOutcome(row.operationId, 'pay');
  await checkPaymentNow({ paymentId: row.paymentId, source: 'return' });
}

/** To the office's own details; `confirmedBy`: the operator has seen the money. */
export async function topUpDirectly(
  holder: Holder,
  { code, amount, confirmedBy }: { code: string; amount: string; confirmedBy?: UserActor },
): Promise<void> {
  const { actor, seed } = holder;
  const topUpId = await wish(holder, { way: 'direct', methodCode: code, amount });
  await claimTopUp({
    actor,
    topUpId,
    payer: seed.name,
    reference: `SB-${dice.digits(6)}`,
    comment: '',
    receipt: { bytes: await receiptPicture(topUpId), name: 'receipt.png' },
  });
  if (!confirmedBy) return;
  const [payment] = await query<{ id: string }>('SELECT id FROM payments WHERE subject_id = $1', [topUpId]);
  await confirmDirectPayment({ actor: confirmedBy, paymentId: payment?.id ?? '', amount });
}

/** A request that stands in the cashiers' queue, with the picture of a receipt. */
export async function askCashier(
  holder: Holder,
  {
    asset,
    amount,
    moneyKind,
    comment,
  }: { asset: string; amount: string; moneyKind: 'cash' | 'card' | 'transfer'; comment: string },
): Promise<string> {
  const { topUpId } = await createTopUp({
    actor: holder.actor,
    way: 'cashier',
    asset,
    amount,
    moneyKind,
    comment,
    idempotencyKey: randomUUID(),
    receipt: { bytes: await receiptPicture(`${amount} ${asset}`), name: 'receipt.png' },
  });
  return topUpId;
}

async function wish(
  { actor, seed }: Holder,
  { way, methodCode, amount }: { way: 'system' | 'direct'; methodCode: string; amount: string },
): Promise<string> {
  const { asset, fields } = methodOf(methodCode);
  const { topUpId } = await createTopUp({
    actor,
    way,
    methodCode,
    asset,
    amount,
    requisites: requisitesOf('give', fields, seed),
    comment: '',
    idempotencyKey: randomUUID(),
  });
  return topUpId;
}

/** Everything that the method asks of one side, by field. */
function requisitesOf(side: RequisiteField['side'], fields: RequisiteField[], seed: Holder['seed']) {
  const asked = requisiteFields.parse(fields).filter((field) => field.side === side);
  return Object.fromEntries(asked.map((field) => [field.key, madeUpValue(field, seed, dice)]));
}

type AtTill = {
  amount: string;
  receipt: string;
  asset?: string;
  moneyKind?: 'cash' | 'card' | 'transfer';
  comment?: string;
  topUpId?: string;
};

/** A cashier credits real money. Returns the operation. */
export async function topUpAtTill(
  cashier: UserActor,
  holder: Holder,
  { amount, receipt, asset = 'RUB', moneyKind = 'cash', comment = '', topUpId = '' }: AtTill,
): Promise<string> {
  const { operationId } = await topUpByCashier({
    actor: cashier,
    input: {
      number: await walletNumberOf(holder.actor.userId),
      asset,
      amount,
      moneyKind,
      receiptNumber: receipt,
      comment,
      topUpId,
      idempotencyKey: randomUUID(),
    },
  });
  return operationId;
}

export async function send(
  from: Holder,
  to: Holder,
  { asset = 'RUB', amount, comment = '' }: { asset?: string; amount: string; comment?: string },
): Promise<void> {
  await transferBetweenWallets({
    actor: from.actor,
    number: await walletNumberOf(to.actor.userId),
    asset,
    amount,
    comment,
    idempotencyKey: randomUUID(),
  });
}

/** An exchange out of the wallet, paid in the same press, or into it. Returns the order. */
export async function exchange(
  { actor, seed }: Holder,
  { from, to, units }: { from: string; to: string; units: bigint },
): Promise<{ orderId: string; secret: string }> {
  const fromWallet = from.startsWith('WALLET');
  const fieldsOf = (code: string) => (code.startsWith('WALLET') ? [] : methodOf(code).fields);
  const quote = await createQuote({ from, to, side: 'give', amount: units });
  return createOrder({
    quoteId: quote.id,
    idempotencyKey: `form:${quote.id}`,
    email: seed.email,
    phone: seed.phone,
    requisites: {
      ...valuesOf('give', fieldsOf(from), seed, dice),
      ...valuesOf('get', fieldsOf(to), seed, dice),
    },
    locale: toLocale(seed.locale),
    smsConsent: false,
    payFromWallet: fromWallet,
    actor,
  });
}

/** Asks for a withdrawal, at the fee that is told. Returns its payout. */
export async function withdraw(
  { actor, seed }: Holder,
  { code, amount }: { code: string; amount: string },
): Promise<string> {
  const requisites = requisitesOf('get', methodOf(code).fields, seed);
  const asked = { actor, methodCode: code, amount, requisites };
  const { fee } = await summariseWithdrawal(asked);
  const { withdrawalId } = await createWithdrawal({
    ...asked,
    fee,
    idempotencyKey: randomUUID(),
    locale: toLocale(seed.locale),
  });
  const [payout] = await query<{ id: string }>('SELECT id FROM payouts WHERE subject_id = $1', [
    withdrawalId,
  ]);
  if (!payout) throw new Error(`the withdrawal ${withdrawalId} has no payout`);
  return payout.id;
}

/** The operator pays it by hand, or the system does. */
export async function payOut(payoutId: string, by: UserActor | 'system'): Promise<void> {
  if (by === 'system') return void (await sendPayout(payoutId));
  await takePayout({ actor: by, payoutId });
  await settleByHand({ actor: by, payoutId, reference: `SB-${dice.digits(8)}` });
}
