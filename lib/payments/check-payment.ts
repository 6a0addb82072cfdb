import { now } from '@/lib/clock';
import { type Queryable, query } from '@/lib/db';
import { log } from '@/lib/log';
import { formatUnits } from '@/lib/money';
import { applyPaymentAnswer, type PaymentOutcome } from '@/lib/payments/apply-payment';
import { unknown } from '@/lib/payments/ask';
import { type Connection, loadConnection } from '@/lib/payments/connection';
import { howIsIt, noteFailure, noteSuccess } from '@/lib/payments/connection-health';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { isWithin } from '@/lib/payments/notice-flood';
import { type PaymentRow, paymentColumnsOf } from '@/lib/payments/payment-row';
import { nextPollAt } from '@/lib/payments/poll-pause';

type Check = {
  paymentId: string;
  /** Who wants to know: the customer who came back, the operator's button, the poll, or a notice nobody signed. */
  source?: 'return' | 'operator' | 'poll' | 'callback';
};

/** So often in a minute a payer makes us ask: a system that is asked too often answers nobody, and is taken for broken. */
const payersPresses = { points: 6, seconds: 60 };

/**
 * Asks the system of a payment now and applies what it says. Where it cannot be asked (direct payments, systems
 * without such a question, payments never started) nothing changes and the answer is `pending`. Never throws for what
 * the system does; a payer who asks again and again is told what is known. Asks nobody's rights.
 */
export async function checkPaymentNow({ paymentId, source = 'poll' }: Check): Promise<PaymentOutcome> {
  const payment = await paymentToAsk(paymentId);
  if (!payment) return 'unknown';
  if (payment.status === 'paid') return 'repeated';
  if (source === 'return' && !(await isWithin('payer-asks', paymentId, payersPresses))) return 'pending';
  const connection = payment.connectionId ? await loadConnection({ query }, payment.connectionId) : null;
  if (!connection?.system.payIn?.check || payment.startedAt === null) {
    await planNext({ query }, payment, connection === null || payment.startedAt === null);
    return 'pending';
  }
  const answer = await askSystem(connection, payment);
  const outcome = await applyPaymentAnswer({ paymentId, answer, source });
  if (outcome !== 'paid' && outcome !== 'repeated') await planNext({ query }, payment, true);
  return outcome;
}

type Asked = PaymentRow & { scale: number };

async function paymentToAsk(paymentId: string): Promise<Asked | null> {
  const [row] = await query<Asked>(
    `SELECT ${paymentColumnsOf('p')}, a.scale FROM payments p JOIN assets a ON a.code = p.asset_code WHERE p.id = $1`,
    [paymentId],
    'payment_to_ask',
  );
  return row ?? null;
}

/** The question itself. An answer that makes no sense for one payment says little about the whole system: it is asked how it is. */
async function askSystem(connection: Connection, payment: Asked): Promise<PaymentAnswer> {
  const answer = await ask(connection, payment);
  if (answer.outcome !== 'unknown') await noteSuccess(connection.id);
  else if ((await howIsIt(connection, payment.assetCode)) !== 'works')
    await noteFailure(connection.id, answer.reason);
  return answer;
}

async function ask({ system, at }: Connection, payment: Asked): Promise<PaymentAnswer> {
  try {
    const { id, number, assetCode, amountUnits, scale, externalId, facts, startedAt, createdAt } = payment;
    const answer = await system.payIn?.check?.(at, {
      paymentId: id,
      number,
      amount: formatUnits(amountUnits, scale),
      asset: assetCode,
      externalId,
      facts,
      startedAt: startedAt ?? createdAt,
      mayTake: payment.status !== 'canceled',
    });
    return answer ?? unknown('cannot be asked');
  } catch (error) {
    log.error({ err: error, system: system.code }, 'an adapter failed at a question');
    return unknown('the adapter failed');
  }
}

/** Plans the next question, unless the payment was paid meanwhile. */
async function planNext(db: Queryable, payment: Asked, again: boolean): Promise<void> {
  await db.query(
    `UPDATE payments SET polls = polls + 1, next_poll_at = $2 WHERE id = $1 AND status <> 'paid'`,
    [payment.id, again ? nextPollAt(payment, now()) : null],
    'plan_poll',
  );
}
