import { z } from 'zod';
import { plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, PreRequest, RawRequest } from '@/lib/payments/contract/notice';
import { jsonObject } from '@/lib/payments/form-fields';
import { hmac, sameSignature } from '@/lib/payments/signature';
import { fromUnits, toUnits } from './operation';
import type { SimulatorSettings } from './settings';

/** Hex HMAC-SHA256 over the raw body with the connection's secret. */
export const signatureHeader = 'x-simulator-signature';

const decimal = z.string().regex(/^\d{1,18}(\.\d{1,18})?$/);
const payer = z.object({ account: z.string().max(200), name: z.string().max(200) });

const about = {
  shop: z.string(),
  operationId: z.string().min(1).max(100),
  test: z.boolean(),
};

/** What the simulator tells by itself. */
export const noticeBody = z.discriminatedUnion('event', [
  z.object({
    ...about,
    event: z.literal('payment.paid'),
    paymentId: z.string(),
    amount: decimal,
    asset: z.string(),
    fee: decimal.optional(),
    payer: payer.optional(),
  }),
  z.object({ ...about, event: z.literal('payment.declined'), paymentId: z.string() }),
  z.object({
    ...about,
    event: z.enum(['payout.done', 'payout.refused', 'refund.done', 'refund.refused']),
    ourId: z.string(),
  }),
]);

/** The question before a payment, not signed: nothing is believed of it. */
export const questionBody = z.object({
  event: z.literal('payment.question'),
  paymentId: z.string(),
  amount: decimal,
  asset: z.string(),
  payer,
});

export type NoticeBody = z.output<typeof noticeBody>;
export type QuestionBody = z.output<typeof questionBody>;

export function signatureFor(secret: string, body: string | Buffer): string {
  return hmac('sha256', secret, body);
}

export const accepted = plainAnswer('accepted');
const refusal = plainAnswer('not accepted', 409);

export function readNotice(at: At<SimulatorSettings>, request: RawRequest): CallbackReading {
  const given = request.headers[signatureHeader];
  if (request.method !== 'POST') return refusedNotice('malformed');
  if (!given) return refusedNotice('no_signature');
  if (!sameSignature(given, signatureFor(at.settings.secret, request.body), 'hex'))
    return refusedNotice('bad_signature');
  const parsed = noticeBody.safeParse(jsonObject(request.body));
  if (!parsed.success) return refusedNotice('malformed');
  const notice = parsed.data;
  if (notice.shop !== at.settings.shop) return refusedNotice('wrong_shop');
  if (notice.test !== at.testMode) return refusedNotice('test_notice');
  return { verdict: 'accepted', event: eventOf(notice), answer: accepted, refusal };
}

function eventOf(notice: NoticeBody) {
  const eventKey = `${notice.operationId}:${notice.event}`;
  const externalId = notice.operationId;
  switch (notice.event) {
    case 'payment.paid': {
      const { amount, asset, fee, payer: from } = notice;
      const credited = fee === undefined ? {} : { fee };
      return {
        about: 'payment' as const,
        by: { paymentId: notice.paymentId },
        answer: {
          outcome: 'settled' as const,
          externalId,
          ...settledFacts({ amount, asset, from, ...credited }),
        },
        trust: 'signed' as const,
        eventKey,
      };
    }
    case 'payment.declined':
      return {
        about: 'payment' as const,
        by: { paymentId: notice.paymentId },
        answer: { outcome: 'refused' as const, reason: 'declined by the buyer' },
        trust: 'signed' as const,
        eventKey,
      };
    default: {
      const answer = notice.event.endsWith('.done')
        ? { outcome: 'settled' as const, externalId, reference: externalId }
        : { outcome: 'refused' as const, reason: 'the simulator was told to refuse it' };
      const kind = notice.event.startsWith('payout') ? ('payout' as const) : ('refund' as const);
      return { about: kind, by: { payoutId: notice.ourId }, answer, trust: 'signed' as const, eventKey };
    }
  }
}

/** The facts of a paid payment, the same in callback and check. */
export function settledFacts({
  amount,
  asset,
  fee,
  from,
}: {
  amount: string;
  asset: string;
  fee?: string;
  from?: { account: string; name: string };
}) {
  return {
    amount,
    asset,
    ...(fee === undefined ? {} : { credited: minus(amount, fee) }),
    ...(from ? { payer: { account: from.account, name: from.name } } : {}),
  };
}

function minus(amount: string, fee: string): string {
  const scale = Math.max(amount.split('.')[1]?.length ?? 0, fee.split('.')[1]?.length ?? 0);
  const units = toUnits(amount, scale) - toUnits(fee, scale);
  return fromUnits(units < 0n ? 0n : units, scale);
}

export const question: PreRequest<SimulatorSettings> = {
  read(_, request) {
    const body = jsonObject(request.body);
    if (body?.event !== 'payment.question') return null;
    const parsed = questionBody.safeParse(body);
    if (!parsed.success) return 'malformed';
    const { paymentId, amount, asset, payer: from } = parsed.data;
    return { by: { paymentId }, amount, asset, payer: from };
  },
  allow: plainAnswer('YES'),
  refuse: (words) => plainAnswer(words.slice(0, 200)),
};
