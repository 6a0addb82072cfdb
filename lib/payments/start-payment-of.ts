import { now } from '@/lib/clock';
import { query, type Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { fail } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { formatUnits } from '@/lib/money';
import { type Connection, callbackUrl, loadConnection } from '@/lib/payments/connection';
import { noteAnswer } from '@/lib/payments/connection-health';
import type { PaymentToMake, StartAnswer, StartStep } from '@/lib/payments/contract/pay-in';
import { expectPayment } from '@/lib/payments/expect-payment';
import { storableJson, storableText } from '@/lib/payments/notice-text';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { firstPollAt } from '@/lib/payments/poll-pause';
import { startedStep, storedStep } from '@/lib/payments/start-step';

export type StartedPayment = { paymentId: string; step: StartStep };

/** What a system is told of a payment beside the payment itself. */
export type PaymentTold = {
  /** With a moment from which on nobody waits for it. */
  payment: PaymentRow & { expiresAt: Date };
  /** What it is for, in the payer's language. */
  description: string;
  email: string;
  locale: Locale;
  ip: string;
  /** The payer's own details, by field. */
  requisites: Record<string, string>;
};

/**
 * Starts a payment at its system, whatever it is for, once: asked again it leads to the same page. The system is called
 * outside of any transaction; the payment's id is its idempotency key, so an answer that was lost costs nothing. Asks
 * nobody's rights, nor whether the payment is still waited for.
 *
 * Throws `payment_unavailable`, `payment_refused`, `payment_unknown`.
 */
export async function startPaymentOf(told: PaymentTold): Promise<StartedPayment> {
  const { payment } = told;
  const stored = startedStep(payment, now());
  if (stored) return { paymentId: payment.id, step: stored };
  const connection = payment.connectionId ? await loadConnection({ query }, payment.connectionId) : null;
  if (!connection?.system.payIn || !connection.enabled) return fail('payment_unavailable');

  const answer = await start(connection, await toMake(told));
  if (answer.outcome !== 'started') {
    await noteReason(payment.id, answer.reason);
    return fail(answer.outcome === 'refused' ? 'payment_refused' : 'payment_unknown');
  }
  return { paymentId: payment.id, step: await keepStart(payment, connection, answer) };
}

/**
 * The payment to be started: itself, or a new one in its place where it was refused or its page has run out. Money may
 * still come by the old one: it is not waited for, but known. Call it with the payment locked.
 */
export async function freshPayment(tx: Tx, payment: PaymentRow): Promise<PaymentRow> {
  const isOver = payment.start !== null && startedStep(payment, now()) === null;
  if (payment.status !== 'refused' && !isOver) return payment;
  await tx.query(`UPDATE payments SET status = 'canceled' WHERE id = $1 AND status <> 'refused'`, [
    payment.id,
  ]);
  return expectPayment(tx, { ...payment, asset: payment.assetCode });
}

async function start(connection: Connection, payment: PaymentToMake): Promise<StartAnswer> {
  const answer = await ask(connection, payment);
  await noteAnswer(connection, payment.asset, answer);
  return answer;
}

async function ask({ system, at }: Connection, payment: PaymentToMake): Promise<StartAnswer> {
  try {
    return (await system.payIn?.start(at, payment)) ?? { outcome: 'unknown', reason: 'cannot be paid' };
  } catch (error) {
    log.error(
      { err: error, system: system.code, paymentId: payment.paymentId },
      'an adapter failed at a start',
    );
    return { outcome: 'unknown', reason: 'the adapter failed' };
  }
}

async function toMake({ payment, requisites, ip, ...told }: PaymentTold): Promise<PaymentToMake> {
  const [method] = await query<{ code: string; scale: number }>(
    'SELECT m.code, a.scale FROM payment_methods m JOIN assets a ON a.code = m.asset_code WHERE m.id = $1',
    [payment.methodId],
    'method_of_start',
  );
  if (!method) throw new Error(`the method of the payment ${payment.id} is gone`);
  return {
    ...told,
    paymentId: payment.id,
    number: payment.number,
    amount: formatUnits(payment.amountUnits, method.scale),
    asset: payment.assetCode,
    returnUrl: `${env().KANTOR_URL}/api/back/${payment.id}`,
    callbackUrl: callbackUrl(payment.systemCode, method.code),
    expiresAt: payment.expiresAt,
    payerIp: ip,
    payerRequisites: requisites,
  };
}

async function noteReason(paymentId: string, reason: string): Promise<void> {
  await query(`UPDATE payments SET reason = $2 WHERE id = $1 AND status <> 'paid'`, [
    paymentId,
    storableText(reason, 300),
  ]);
}

/** Kept once: of two presses at the same moment both lead to the step that was kept first. */
async function keepStart(
  payment: PaymentRow,
  connection: Connection,
  answer: Extract<StartAnswer, { outcome: 'started' }>,
): Promise<StartStep> {
  const at = now();
  const asks = Boolean(connection.system.payIn?.check);
  const [kept] = await query<{ id: string }>(
    `UPDATE payments SET start = $2, external_id = coalesce(external_id, $3), facts = facts || $4::jsonb,
       started_at = coalesce(started_at, $5), next_poll_at = $6, reason = NULL,
       status = CASE status WHEN 'created' THEN 'started' ELSE status END
     WHERE id = $1 AND start IS NULL RETURNING id`,
    [
      payment.id,
      storableJson(storedStep(answer.step, answer.expiresAt)),
      answer.externalId ?? null,
      storableJson(answer.facts ?? {}),
      at,
      asks ? firstPollAt(at) : null,
    ],
  );
  if (kept) return answer.step;
  const first = await loadPayment({ query }, payment.id);
  return (first && startedStep(first, at)) ?? answer.step;
}
