import { describe, expect, test } from 'vitest';
import type { PaymentAnswer, StartStep } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { fakeOutgoing } from '@/lib/payments/testing/fake-outgoing';
import { sampleNow, sampleOffice, startedPayment } from '@/lib/payments/testing/fixture';
import type { Trial } from '@/lib/payments/testing/trial';
import type { Double } from '@/scripts/doubles/double';

const plain = /^\d{1,18}(\.\d{1,18})?$/;

/** Against a double in good health: every verb does its part, and again without doing it twice. */
export function moneyRules({ system, fixture, at, expectNoSecrets }: Trial): void {
  const { payIn, payOut, refund, balance, probe } = system;
  const { payment } = fixture;

  /** A double and the way to it; a system that calls nobody has none. */
  const healthy = () => {
    const double = fixture.double?.();
    return { double, at: at({ http: fakeOutgoing(double).http }) };
  };

  if (payIn)
    describe('a payment', () => {
      test('is started, and started again it is the same one', async () => {
        const { at } = healthy();
        const first = await payIn.start(at, payment);
        const again = await payIn.start(at, payment);
        if (first.outcome !== 'started' || again.outcome !== 'started')
          throw new Error(`start: ${JSON.stringify([first, again])}`);
        expectStep(first.step);
        expect(again.step.kind).toBe(first.step.kind);
        if (!fixture.startsAnew) expect(again.externalId).toBe(first.externalId);
        expectNoSecrets([first, again]);
      });

      const { check } = payIn;
      if (!check) return;

      test('that nobody has paid is not settled', async () => {
        const { at } = healthy();
        const started = await payIn.start(at, payment);
        const answer = await check(at, startedPayment(payment, started));
        expect(answer.outcome).not.toBe('settled');
        expectNoSecrets(answer);
      });

      test('that nobody has heard of is not settled', async () => {
        const answer = await check(healthy().at, startedPayment(payment));
        expect(answer.outcome).not.toBe('settled');
      });

      const { pay } = fixture;
      if (!pay) return;
      test('that was paid is settled with what was paid', async () => {
        const { at, double } = healthy();
        const started = await payIn.start(at, payment);
        await pay(double ?? nobody, payment, started);
        const answers = [
          await check(at, startedPayment(payment, started)),
          await check(at, startedPayment(payment, started)),
        ];
        for (const answer of answers) expectSettled(answer, fixture.paid ?? payment);
        expect(answers[1]).toEqual(answers[0]);
        expectNoSecrets(answers);
      });
    });

  const { payout } = fixture;
  if (payOut && payout)
    describe('a payout', () => {
      test('can be paid to its destination, and not to nowhere', () => {
        expect(payOut.problem(payout.destination)).toBeNull();
        expect(payOut.problem({})).toBeTypeOf('string');
      });

      test('says what methods must ask for, and can be paid to just that', () => {
        const { needs } = payOut;
        if (needs === 'any') return;
        expect(needs.flat()).toContain(payOut.problem({}));
        const way = needs.find((keys) => keys.every((key) => payout.destination[key]));
        const alone = (way ?? []).map((key) => [key, payout.destination[key] ?? '']);
        expect(payOut.problem(Object.fromEntries(alone))).toBeNull();
      });

      test('is sent, and asked about it says the same', async () => {
        const { at } = healthy();
        const sent = await payOut.send(at, payout);
        expect(['settled', 'pending'], `send: ${JSON.stringify(sent)}`).toContain(sent.outcome);
        expectPlainFee(sent);
        const known = 'facts' in sent ? (sent.facts ?? {}) : {};
        const externalId = 'externalId' in sent ? (sent.externalId ?? null) : null;
        const asked = await payOut.check(at, { ...payout, externalId, facts: known, sentAt: sampleNow });
        expect(['settled', 'pending'], `check: ${JSON.stringify(asked)}`).toContain(asked.outcome);
        if (externalId !== null && 'externalId' in asked) expect(asked.externalId).toBe(externalId);
        expectNoSecrets([sent, asked]);
      });

      test('of which the system knows nothing is neither settled nor pending', async () => {
        const asked = await payOut.check(healthy().at, {
          ...payout,
          externalId: null,
          facts: {},
          sentAt: sampleNow,
        });
        expect(['unknown', 'refused']).toContain(asked.outcome);
      });
    });

  const { refund: wish, pay } = fixture;
  if (refund && wish && payIn)
    describe('a refund', () => {
      test('of a paid payment is taken', async () => {
        const { at, double } = healthy();
        const started = await payIn.start(at, payment);
        await pay?.(double ?? nobody, payment, started);
        const known = await payIn.check?.(at, startedPayment(payment, started));
        const begun = startedPayment(payment, started);
        const facts = { ...begun.facts, ...(known && 'facts' in known ? known.facts : {}) };
        const externalId = (known && 'externalId' in known ? known.externalId : null) ?? begun.externalId;
        const sent = await refund.send(at, {
          ...wish,
          payment: {
            ...begun,
            ...wish.payment,
            externalId: wish.payment.externalId ?? externalId,
            facts: { ...facts, ...wish.payment.facts },
          },
        });
        expect(['settled', 'pending'], JSON.stringify(sent)).toContain(sent.outcome);
        expectPlainFee(sent);
        expectNoSecrets(sent);
      });
    });

  if (balance)
    test('the balance is a plain decimal', async () => {
      const answer = await balance(healthy().at, { asset: payment.asset });
      if (answer.outcome !== 'settled') throw new Error(`balance: ${JSON.stringify(answer)}`);
      expect(answer.amount).toMatch(plain);
      expectNoSecrets(answer);
    });

  if (probe)
    test('right settings pass the test of the connection', async () => {
      expect(await probe(healthy().at)).toEqual({ outcome: 'settled' });
    });
}

/** For fixtures that mark something paid without a double. */
const nobody: Double = { code: 'none', hosts: [], handle: () => ({ status: 404, body: '' }) };

function expectStep(step: StartStep): void {
  switch (step.kind) {
    case 'redirect':
    case 'form':
      expect(step.url).toMatch(/^https:\/\/[a-z0-9.-]+(:\d+)?\//);
      if (step.kind === 'redirect') return;
      for (const [name, value] of Object.entries(step.fields)) expect(value, name).toBeTypeOf('string');
      return;
    case 'instructions':
      for (const { value } of step.lines) expect(value).not.toBe('');
      return;
    case 'qr':
      expect(step.qr).not.toBe('');
      if (step.url) expect(() => new URL(step.url ?? '', sampleOffice)).not.toThrow();
  }
}

function expectSettled(answer: PaymentAnswer, { amount, asset }: { amount: string; asset: string }): void {
  if (answer.outcome !== 'settled') throw new Error(`check: ${JSON.stringify(answer)}`);
  expect(answer.amount).toMatch(plain);
  expect(Number(answer.amount)).toBe(Number(amount));
  expect(answer.asset).toBe(asset);
  if (answer.credited !== undefined) expect(answer.credited).toMatch(plain);
}

function expectPlainFee(answer: PayoutAnswer): void {
  if (answer.outcome === 'settled' && answer.fee !== undefined) expect(answer.fee).toMatch(plain);
}
