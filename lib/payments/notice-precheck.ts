import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import type { Requisites } from '@/lib/exchange/order-row';
import { isAnother } from '@/lib/exchange/payer-account';
import { refusePrecheck } from '@/lib/exchange/refuse-precheck';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import type { Connection } from '@/lib/payments/connection';
import type { HttpAnswer, PreRequest, RawRequest } from '@/lib/payments/contract/notice';
import { isWithin } from '@/lib/payments/notice-flood';
import { paidUnits } from '@/lib/payments/notice-match';
import { type Incoming, keepUnbelieved } from '@/lib/payments/notice-store';
import { findPayment, type NoticedPayment } from '@/lib/payments/notice-target';
import en from '@/messages/en/notices.json' with { type: 'json' };
import ru from '@/messages/ru/notices.json' with { type: 'json' };

type Question = Exclude<ReturnType<PreRequest<never>['read']>, 'malformed' | null>;

/** Why a payment may not be made; told to staff, never to the payer. */
export type PrecheckRefusal =
  | 'malformed'
  | 'unknown_payment'
  | 'not_open'
  | 'wrong_asset'
  | 'wrong_amount'
  | 'payer_mismatch';

/** So many orders of a method can be marked at the desk in ten minutes, as anybody can ask. */
const markedPerMethod = { points: 5, seconds: 600 };

/** One order needs no more than one of those. */
const markedPerPayment = { points: 1, seconds: 600 };

/**
 * Answers a system that asks before it takes a payment, or returns null where the request is no such question. Nobody
 * signs these: all that can come of one is a "no". Only where somebody else would pay is the operator told, at the order
 * it is about, and not of more than a few: numbers of payments can be guessed.
 */
export async function answerPreRequest(
  connection: Connection,
  incoming: Incoming,
  raw: RawRequest,
): Promise<HttpAnswer | null> {
  const { system } = connection;
  const question = readSafely(connection, raw);
  if (!system.preRequest || question === null) return null;
  const payment = question === 'malformed' ? null : await findPayment(connection.id, question.by);
  const { why, locale } =
    question === 'malformed'
      ? { why: 'malformed' as const, locale: toLocale(null) }
      : await judge(question, payment);
  const noticeId = await keepUnbelieved(incoming, {
    verdict: 'answered',
    paymentId: payment?.id ?? null,
    reason: why,
    reading: question === 'malformed' ? null : question,
    outcome: why ? 'refused' : 'allowed',
  });
  if (why === null) return system.preRequest.allow;
  log.warn(
    { system: system.code, method: incoming.methodCode, why, paymentId: payment?.id },
    'a payment was not allowed',
  );
  // What was not kept, for being one of a flood, does not reach the desk either.
  if (noticeId && why === 'payer_mismatch' && payment?.subjectKind === 'order' && (await mayMark(payment)))
    await refusePrecheck({ paymentId: payment.id, why });
  return system.preRequest.refuse({ en, ru }[locale].precheck.refused);
}

async function mayMark({ id, methodId }: NoticedPayment): Promise<boolean> {
  return (
    (await isWithin('precheck-payments', id, markedPerPayment)) &&
    (await isWithin('precheck-methods', methodId, markedPerMethod))
  );
}

/** Whoever wrote an adapter may have forgotten something; such a question is no good one. */
function readSafely({ system, at }: Connection, raw: RawRequest): Question | 'malformed' | null {
  try {
    return system.preRequest?.read(at, raw) ?? null;
  } catch (error) {
    log.error({ err: error, system: system.code }, 'an adapter failed at a question before a payment');
    return 'malformed';
  }
}

type Judgement = { why: PrecheckRefusal | null; locale: Locale };

async function judge(question: Question, payment: NoticedPayment | null): Promise<Judgement> {
  if (!payment) return { why: 'unknown_payment', locale: toLocale(null) };
  const subject = await subjectOf(payment.id);
  const verdict = (why: PrecheckRefusal | null) => ({ why, locale: toLocale(subject.locale) });
  const isOpen =
    (payment.status === 'created' || payment.status === 'started') &&
    (payment.expiresAt === null || payment.expiresAt > now()) &&
    subject.open;
  if (!isOpen) return verdict('not_open');
  if (question.asset !== payment.assetCode) return verdict('wrong_asset');
  if (paidUnits(question.amount, payment.scale) !== payment.amountUnits) return verdict('wrong_amount');
  const account = question.payer?.account;
  const promised = Object.values(subject.requisites).map(({ value }) => value);
  const foreign = subject.payerMustMatch && isAnother(account?.slice(0, 100), promised);
  return verdict(foreign ? 'payer_mismatch' : null);
}

type Subject = { locale: string | null; open: boolean; payerMustMatch: boolean; requisites: Requisites };

async function subjectOf(paymentId: string): Promise<Subject> {
  const [row] = await query<Subject>(
    `SELECT coalesce(o.locale, u.locale) AS locale, coalesce(o.status IN ('in_progress', 'pending_processing', 'payment_claimed'), true) AS open,
       m.payer_must_match AS "payerMustMatch", coalesce(o.give_requisites, t.requisites, '{}') AS requisites
     FROM payments p JOIN payment_methods m ON m.id = p.method_id
       LEFT JOIN orders o ON o.id = p.subject_id AND p.subject_kind = 'order'
       LEFT JOIN top_ups t ON t.id = p.subject_id AND p.subject_kind = 'topup' LEFT JOIN users u ON u.id = t.user_id
     WHERE p.id = $1`,
    [paymentId],
    'precheck_subject',
  );
  return row ?? { locale: null, open: false, payerMustMatch: false, requisites: {} };
}
