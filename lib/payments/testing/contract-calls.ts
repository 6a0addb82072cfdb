import { describe, expect, test } from 'vitest';
import { type Fault, fakeOutgoing, faults } from '@/lib/payments/testing/fake-outgoing';
import type { SampleAt } from '@/lib/payments/testing/fixture';
import { sampleNow, startedPayment } from '@/lib/payments/testing/fixture';
import type { Trial } from '@/lib/payments/testing/trial';

type Verb = {
  name: string;
  /** Moves money: what was never sent may be told as refused, nothing else. */
  moves: boolean;
  run(at: SampleAt): Promise<{ outcome: string }>;
};

/** Unknown is not failed: whatever happens on the way, at whichever of a verb's calls, nobody guesses. */
export function callRules(trial: Trial): void {
  const { system, fixture, at, expectNoSecrets } = trial;
  const { payIn } = system;

  describe('when the system is not heard', () => {
    for (const verb of verbs(trial))
      test.each(faults)(`${verb.name} does not guess: %s`, async (kind) => {
        const calls = await healthyCalls(verb);
        expect(calls, `${verb.name} calls out`).toBeGreaterThan(0);
        for (let from = 0; from < calls; from += 1) {
          const { http } = fakeOutgoing(fixture.double?.(), { kind, from });
          const answer = await verb.run(at({ http }));
          const allowed = verb.moves && kind === 'unreachable' ? ['unknown', 'refused'] : ['unknown'];
          expect(allowed, `call ${from}: ${JSON.stringify(answer)}`).toContain(answer.outcome);
          expectNoSecrets(answer);
        }
      });

    if (payIn)
      test.each(faults)('a payment is not taken for started: %s', async (kind) => {
        const fake = fakeOutgoing(fixture.double?.(), { kind, from: 0 });
        const answer = await payIn.start(at({ http: fake.http }), fixture.payment);
        // Those that only sign a form call nobody.
        if (fake.calls() > 0) expect(allowedStart(kind)).toContain(answer.outcome);
        else expect(answer.outcome).toBe('started');
        expectNoSecrets(answer);
      });
  });

  async function healthyCalls(verb: Verb): Promise<number> {
    const fake = fakeOutgoing(fixture.double?.());
    await verb.run(at({ http: fake.http }));
    return fake.calls();
  }
}

/** Nothing was paid yet: a start that failed may be told as refused where the system cannot have heard it. */
function allowedStart(kind: Fault): string[] {
  return kind === 'unreachable' ? ['unknown', 'refused'] : ['unknown'];
}

const someId = { externalId: 'ext-1', facts: {} };

/** The verbs that must call out. */
function verbs({ system, fixture }: Trial): Verb[] {
  const { payIn, payOut, refund, balance, probe } = system;
  const { payment, payout, refund: wish, known } = fixture;
  const list: Verb[] = [];
  const check = payIn?.check;
  if (check) {
    const asked = { ...startedPayment(payment), ...someId, ...known?.payment };
    list.push({ name: 'payIn.check', moves: false, run: (at) => check(at, asked) });
  }
  if (payOut && payout) {
    const asked = { ...payout, ...someId, ...known?.payout, sentAt: sampleNow };
    list.push({ name: 'payOut.send', moves: true, run: (at) => payOut.send(at, payout) });
    list.push({ name: 'payOut.check', moves: false, run: (at) => payOut.check(at, asked) });
  }
  if (refund && wish) {
    list.push({ name: 'refund.send', moves: true, run: (at) => refund.send(at, wish) });
    const again = refund.check;
    const asked = { ...wish, ...someId, ...known?.refund, sentAt: sampleNow };
    if (again) list.push({ name: 'refund.check', moves: false, run: (at) => again(at, asked) });
  }
  if (balance)
    list.push({ name: 'balance', moves: false, run: (at) => balance(at, { asset: payment.asset }) });
  if (probe) list.push({ name: 'probe', moves: false, run: (at) => probe(at) });
  return list;
}
