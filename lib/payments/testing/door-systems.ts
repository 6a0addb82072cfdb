import { z } from 'zod';
import type { HttpAnswer } from '@/lib/payments/contract/notice';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { jsonObject } from '@/lib/payments/form-fields';
import { secretSetting } from '@/lib/payments/setting';
import { hmac, sameSignature } from '@/lib/payments/signature';

const said = (body: string, status = 200): HttpAnswer => ({ status, body, contentType: 'text/plain' });
const no = said('no', 400);

/** What the test's systems say when they are asked, by payment; everything else is pending. */
export const states = new Map<string, PaymentAnswer>();

/** What `probe` says. */
export const health: { outcome: 'settled' | 'unknown' } = { outcome: 'settled' };

let questions = 0;

/** How often a system was asked since the last time. */
export function countQuestions(): number {
  const asked = questions;
  questions = 0;
  return asked;
}

const noticeSchema = z.object({
  number: z.number(),
  event: z.string(),
  outcome: z.enum(['settled', 'pending', 'refused', 'unknown', 'nothing']),
  amount: z.string().default(''),
  asset: z.string().default('RUB'),
  externalId: z.string().optional(),
  payer: z.string().optional(),
});

type Notice = z.output<typeof noticeSchema>;

function answerOf({ outcome, amount, asset, externalId, payer }: Notice): PaymentAnswer {
  if (outcome === 'refused' || outcome === 'unknown') return { outcome, reason: 'so it is' };
  const facts = { amount, asset, externalId, ...(payer && { payer: { account: payer } }) };
  return outcome === 'settled' ? { outcome, ...facts } : { outcome: 'pending', ...facts };
}

/** A system for tests of the door: JSON notices with an HMAC in base64, or none; the payer may choose the amount. */
function testSystem(code: string, trust: 'signed' | 'hint') {
  return definePaymentSystem({
    code,
    titles: { en: code, ru: code },
    assets: 'any',
    standing: 'service',
    settings: z.object({ key: secretSetting() }),
    payIn: {
      amount: 'open',
      start: async () => ({ outcome: 'started', step: { kind: 'redirect', url: 'https://pay.test/' } }),
      check: async (_at, { paymentId }) => {
        questions += 1;
        return states.get(paymentId) ?? { outcome: 'pending' };
      },
    },
    preRequest: {
      read: (_at, { body }) => {
        const asked = jsonObject(body);
        if (asked?.ask !== true) return null;
        const { number, amount, asset, payer } = asked;
        if (typeof number !== 'number' || typeof amount !== 'string' || typeof asset !== 'string')
          return 'malformed';
        return {
          by: { number },
          amount,
          asset,
          ...(typeof payer === 'string' && { payer: { account: payer } }),
        };
      },
      allow: said('YES'),
      refuse: (words) => said(words),
    },
    callback: {
      read: ({ settings }, { body, headers }) => {
        const right = sameSignature(headers['x-sign'], hmac('sha256', settings.key, body, 'b64'), 'b64');
        if (trust === 'signed' && !right) return { verdict: 'refused', why: 'bad_signature', answer: no };
        const parsed = noticeSchema.safeParse(jsonObject(body));
        if (!parsed.success) return { verdict: 'refused', why: 'malformed', answer: no };
        const { number, event, outcome } = parsed.data;
        if (outcome === 'nothing')
          return { verdict: 'accepted', event: null, answer: said('ok'), refusal: no };
        const answer = answerOf(parsed.data);
        return {
          verdict: 'accepted',
          event: { about: 'payment', by: { number }, answer, trust, eventKey: event },
          answer: said('ok'),
          refusal: no,
        };
      },
    },
    probe: async () =>
      health.outcome === 'settled' ? { outcome: 'settled' } : { outcome: 'unknown', reason: 'off' },
  });
}

export const signing = testSystem('signing', 'signed');
export const hinting = testSystem('hinting', 'hint');

/** One that cannot be asked how it is. */
export const mute = { ...testSystem('mute', 'signed'), probe: undefined };
