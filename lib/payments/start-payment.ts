import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { fail } from '@/lib/errors';
import { waitsForMoney } from '@/lib/exchange/judge-receipt';
import { lockOrder } from '@/lib/exchange/lock-order';
import { lockPayments, paymentsOfOrder } from '@/lib/exchange/open-payment';
import { customersOrder, type OrderReader } from '@/lib/exchange/order-access';
import type { Order } from '@/lib/exchange/order-row';
import type { Locale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { formatUnits } from '@/lib/money';
import { type Connection, callbackUrl, loadConnection } from '@/lib/payments/connection';
import { howIsIt, noteFailure, noteSuccess } from '@/lib/payments/connection-health';
import type { PaymentToMake, StartAnswer, StartStep } from '@/lib/payments/contract/pay-in';
import { expectPayment } from '@/lib/payments/expect-payment';
import { storableJson, storableText } from '@/lib/payments/notice-text';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { firstPollAt } from '@/lib/payments/poll-pause';
import { startedStep, storedStep } from '@/lib/payments/start-step';
import en from '@/messages/en/payments.json' with { type: 'json' };
import ru from '@/messages/ru/payments.json' with { type: 'json' };

export type StartedPayment = { paymentId: string; step: StartStep };

type Start = { orderId: string; reader: OrderReader; locale: Locale; ip: string };

/**
 * The customer presses "Pay": his payment is started at its system, once; pressed again it leads to the same page, until
 * that is stale or was refused, then to a new payment. The system is called outside of any transaction; the payment's
 * id is its idempotency key, so an answer that was lost costs nothing.
 *
 * Throws `not_found`, `forbidden`, `order_expired`, `move_not_allowed` (params: status) where nothing is to be paid or
 * it is paid to the office directly, `payment_unavailable`, `payment_refused`, `payment_unknown`.
 */
export async function startPayment({ orderId, reader, locale, ip }: Start): Promise<StartedPayment> {
  const order = await customersOrder(orderId, reader);
  const payment = await paymentToStart(order);
  const stored = startedStep(payment, now());
  if (stored) return { paymentId: payment.id, step: stored };
  const connection = payment.connectionId ? await loadConnection({ query }, payment.connectionId) : null;
  if (!connection?.system.payIn || !connection.enabled) return fail('payment_unavailable');

  const answer = await start(connection, toMake(order, payment, { locale, ip }));
  if (answer.outcome !== 'started') {
    await noteReason(payment.id, answer.reason);
    return fail(answer.outcome === 'refused' ? 'payment_refused' : 'payment_unknown');
  }
  return { paymentId: payment.id, step: await keepStart(payment, connection, answer) };
}

/** The payment that the order waits for; a new one where the last was refused, or its page has run out. */
async function paymentToStart({ id }: Order): Promise<PaymentRow> {
  return inTransaction(async (tx) => {
    await lockPayments(tx, id);
    const order = await lockOrder(tx, id);
    // Read after the locks: another press may have replaced the payment.
    const payments = await paymentsOfOrder(tx, id);
    const payment = payments.findLast(({ status }) => status !== 'paid' && status !== 'canceled');
    if (!payment?.connectionId || order.status !== 'in_progress' || !waitsForMoney(order))
      return fail('move_not_allowed', { params: { status: order.status } });
    if ((payment.expiresAt ?? order.expiresAt) <= now()) return fail('order_expired');
    const isOver = payment.start !== null && startedStep(payment, now()) === null;
    return payment.status === 'refused' || isOver ? replace(tx, payment) : payment;
  });
}

/** Money may still come by the old one: it is not waited for, but known. */
async function replace(tx: Tx, old: PaymentRow): Promise<PaymentRow> {
  await tx.query(`UPDATE payments SET status = 'canceled' WHERE id = $1 AND status <> 'refused'`, [old.id]);
  return expectPayment(tx, { ...old, asset: old.assetCode });
}

async function start(connection: Connection, payment: PaymentToMake): Promise<StartAnswer> {
  const answer = await ask(connection, payment);
  if (answer.outcome !== 'unknown') await noteSuccess(connection.id);
  else if ((await howIsIt(connection, payment.asset)) !== 'works')
    await noteFailure(connection.id, answer.reason);
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

function toMake(
  order: Order,
  { id, number, amountUnits, assetCode, expiresAt, systemCode }: PaymentRow,
  { locale, ip }: Pick<Start, 'locale' | 'ip'>,
): PaymentToMake {
  const requisites = Object.entries(order.giveRequisites).map(([key, { value }]) => [key, value]);
  return {
    paymentId: id,
    number,
    amount: formatUnits(amountUnits, order.from.scale),
    asset: assetCode,
    description: { en, ru }[locale].description.replace('{id}', order.id),
    email: order.email,
    locale,
    returnUrl: `${env().KANTOR_URL}/api/back/${id}`,
    callbackUrl: callbackUrl(systemCode, order.from.code),
    expiresAt: expiresAt ?? order.expiresAt,
    payerIp: ip,
    payerRequisites: Object.fromEntries(requisites),
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
