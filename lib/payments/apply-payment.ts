import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { type Mover, operatorMover, paymentSystemMover } from '@/lib/exchange/mover';
import { receivePayment } from '@/lib/exchange/receive-payment';
import { tellAfterCommit } from '@/lib/live';
import { log } from '@/lib/log';
import { tellOfDoubt } from '@/lib/payments/apply-payment-doubt';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { contradiction, paidUnits } from '@/lib/payments/notice-match';
import { storableJson, storableText } from '@/lib/payments/notice-text';
import { type PaymentRow, paymentColumnsOf } from '@/lib/payments/payment-row';
import { paymentSystem } from '@/lib/payments/registry';
import { creditTopUp } from '@/lib/wallet/top-up/credit-top-up';
import { isPaidByAnother } from '@/lib/wallet/top-up/paid-by-another';
import { tellTopUpRefused } from '@/lib/wallet/top-up/tell-doubt';

export type PaymentOutcome = 'paid' | 'repeated' | 'pending' | 'refused' | 'unknown' | 'mismatch';

type Input = {
  paymentId: string;
  answer: PaymentAnswer;
  source: 'callback' | 'poll' | 'return' | 'operator';
  /** The operator whose own word it is that the money has come; not given where the system says so. */
  actor?: Actor;
};

type Settled = Extract<PaymentAnswer, { outcome: 'settled' }>;

/**
 * What a system says of a payment becomes true here, whether it came by callback, poll, the customer's return or an
 * operator, and becomes so once: a payment that is paid never changes again. One that was refused or given up may
 * still be paid, late. Everything is one transaction with what the payment is for.
 *
 * `mismatch`: another asset or amount than asked for, or money that belongs to another payment: nothing is changed.
 */
export async function applyPaymentAnswer(input: Input): Promise<PaymentOutcome> {
  const outcome = await inTransaction((tx) => applyWithin(tx, input));
  const { paymentId, source } = input;
  if (outcome === 'mismatch')
    log.error({ paymentId, source }, 'what a system says of a payment does not fit it');
  return outcome;
}

/** The same inside a transaction of the caller's. */
export async function applyWithin(
  tx: Tx,
  { paymentId, answer, actor }: Omit<Input, 'source'>,
): Promise<PaymentOutcome> {
  const payment = await lockPayment(tx, paymentId);
  if (!payment) return 'unknown';
  // A person's second word is no news of a system's.
  if (payment.status === 'paid') return actor ? 'repeated' : again(tx, payment, answer);
  if (answer.outcome === 'settled') return settle(tx, payment, answer, actor);
  if (answer.outcome === 'pending') return notePending(tx, payment, answer);
  return answer.outcome === 'refused' ? noteRefused(tx, payment, answer.reason) : 'unknown';
}

type Locked = PaymentRow & { scale: number; feeBps: number; feeUnits: bigint };

async function lockPayment(tx: Tx, paymentId: string): Promise<Locked | null> {
  const [row] = await tx.query<Locked>(
    `SELECT ${paymentColumnsOf('p')}, a.scale, m.system_fee_bps AS "feeBps", m.system_fee_units AS "feeUnits"
     FROM payments p JOIN assets a ON a.code = p.asset_code JOIN payment_methods m ON m.id = p.method_id
     WHERE p.id = $1 FOR UPDATE OF p`,
    [paymentId],
    'payment_to_apply',
  );
  return row ?? null;
}

/** The same money heard of again, or more money, by itself or added to it: that is for people to look at. */
async function again(tx: Tx, payment: Locked, answer: PaymentAnswer): Promise<PaymentOutcome> {
  if (answer.outcome !== 'settled') return 'repeated';
  const { externalId, receivedUnits, scale } = payment;
  if (externalId !== null && answer.externalId !== undefined && answer.externalId !== externalId)
    return doubt(tx, payment, answer, 'more money under the same name');
  const units = paidUnits(answer.amount, scale);
  const isMore = units !== null && receivedUnits !== null && units > receivedUnits;
  return isMore ? doubt(tx, payment, answer, 'more money than was posted') : 'repeated';
}

async function settle(tx: Tx, payment: Locked, answer: Settled, actor?: Actor): Promise<PaymentOutcome> {
  const mover: Mover = actor ? operatorMover(actor) : paymentSystemMover(payment.systemCode);
  const units = paidUnits(answer.amount, payment.scale);
  const wrong = contradiction(payment, answer, actor ? 'open' : amountKind(payment));
  if (units === null || wrong) return doubt(tx, payment, answer, wrong ?? 'wrong_amount');
  // Of an order it is an exception; a wallet has none, so an operator looks first.
  if (!actor && (await isPaidByAnother(tx, payment, answer.payer?.account)))
    return doubt(tx, payment, answer, 'paid from another account than was named');
  const externalId = answer.externalId === undefined ? null : storableText(answer.externalId, 300);
  if (externalId !== null && (await isTaken(tx, payment, externalId)))
    return doubt(tx, payment, answer, 'the id of another payment');
  const [paid] = await tx.query<PaymentRow>(
    `UPDATE payments p SET status = 'paid', received_units = $2, system_fee_units = $3, paid_at = $4,
       external_id = coalesce($5, external_id), payer = coalesce($6::jsonb, payer), facts = facts || $7::jsonb,
       confirmed_by = $8, next_poll_at = NULL, reason = NULL
     WHERE id = $1 RETURNING ${paymentColumnsOf('p')}`,
    [
      payment.id,
      units,
      systemFee(payment, units, answer.credited),
      now(),
      externalId,
      answer.payer ? storableJson(answer.payer) : null,
      storableJson(answer.facts ?? {}),
      mover.kind === 'operator' ? mover.name : null,
    ],
    'payment_paid',
  );
  if (!paid) throw new Error(`the payment ${payment.id} is gone`);
  await passOn(tx, paid, mover);
  return 'paid';
}

/** What the money is for gets it. In the transaction that has set the payment `paid`. */
export async function passOn(tx: Tx, payment: PaymentRow, mover: Mover): Promise<void> {
  switch (payment.subjectKind) {
    case 'order':
      return receivePayment(tx, { payment, mover });
    case 'topup':
      return creditTopUp(tx, { payment, mover });
    default:
      throw new Error(`nothing takes the payments of a ${payment.subjectKind} yet`);
  }
}

/** Changes nothing; the operator is told. */
async function doubt(tx: Tx, payment: Locked, answer: Settled, what: string): Promise<PaymentOutcome> {
  const { amount, asset, externalId } = answer;
  await tellOfDoubt(tx, payment, [what, `${amount} ${asset}`, externalId].filter(Boolean).join(': '));
  return 'mismatch';
}

/** To the office's own details anybody can pay anything. Of a person's word it is not asked: he saw what came. */
function amountKind({ connectionId, systemCode }: Locked): 'fixed' | 'open' {
  return connectionId === null ? 'open' : (paymentSystem(systemCode)?.payIn?.amount ?? 'fixed');
}

/** One payment of a system is one payment of ours: another order's cannot be shown twice. */
async function isTaken(tx: Tx, { id, connectionId }: Locked, externalId: string): Promise<boolean> {
  if (connectionId === null) return false;
  const [other] = await tx.query(
    'SELECT id FROM payments WHERE connection_id = $1 AND external_id = $2 AND id <> $3',
    [connectionId, externalId, id],
    'external_id_taken',
  );
  return other !== undefined;
}

/** What the system kept: by its own word, else by the method's tariff, rounded up. Never more than came. */
function systemFee(
  { connectionId, scale, feeBps, feeUnits }: Locked,
  units: bigint,
  credited?: string,
): bigint {
  const reached = credited === undefined ? null : paidUnits(credited, scale);
  if (reached !== null) return reached < units ? units - reached : 0n;
  if (connectionId === null) return 0n;
  const share = (units * BigInt(feeBps) + 9_999n) / 10_000n;
  return share + feeUnits < units ? share + feeUnits : units;
}

async function notePending(
  tx: Tx,
  payment: Locked,
  answer: Extract<PaymentAnswer, { outcome: 'pending' }>,
): Promise<PaymentOutcome> {
  const externalId = answer.externalId === undefined ? null : storableText(answer.externalId, 300);
  const known =
    payment.externalId !== null || externalId === null || (await isTaken(tx, payment, externalId));
  if (known && Object.keys(answer.facts ?? {}).length === 0) return 'pending';
  await tx.query(
    'UPDATE payments SET external_id = coalesce(external_id, $2), facts = facts || $3::jsonb WHERE id = $1',
    [payment.id, known ? null : externalId, storableJson(answer.facts ?? {})],
    'payment_pending',
  );
  return 'pending';
}

/** It will not come by this attempt; the questions go on, because some systems let the payer try again. */
async function noteRefused(tx: Tx, payment: Locked, reason: string): Promise<PaymentOutcome> {
  const [changed] = await tx.query(
    `UPDATE payments SET status = 'refused', reason = $2
     WHERE id = $1 AND status IN ('created', 'started', 'claimed') RETURNING id`,
    [payment.id, storableText(reason, 300)],
    'payment_refused',
  );
  if (changed && payment.subjectKind === 'topup') await tellTopUpRefused(tx, payment.subjectId);
  if (changed && payment.subjectKind === 'order') {
    // The order itself stays as it is, but its open page must say that he may pay again.
    await tx.query(
      'UPDATE orders SET version = version + 1 WHERE id = $1',
      [payment.subjectId],
      'order_looks_new',
    );
    tellAfterCommit(tx, `order:${payment.subjectId}`, 'desk');
  }
  return 'refused';
}
