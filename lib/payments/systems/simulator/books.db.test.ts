import { afterEach, expect, test } from 'vitest';
import { now, shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { outgoing } from '@/lib/payments/outgoing';
import { simulator } from '.';
import { chooseOutcome } from './choose';
import { claimDue, loadOperation } from './database-store';
import { hangMs } from './server';

afterEach(() => shiftClock(0));

const at = () => ({
  settings: simulator.settings.parse({ shop: 'books', secret: 'books-secret', feePercent: '2' }),
  testMode: false,
  http: outgoing,
  now,
  officeUrl: 'http://localhost:3000',
});

const payout = (payoutId: string, account: string) => ({
  payoutId,
  number: 1,
  amount: '10.00',
  asset: 'USD',
  destination: { account },
  description: '',
  callbackUrl: 'http://localhost:3000/api/callbacks/simulator/X',
});

async function started(paymentId: string): Promise<string> {
  const answer = await simulator.payIn?.start(at(), {
    ...payout('', ''),
    paymentId,
    amount: '100.00',
    email: 'buyer@kantor.test',
    locale: 'en',
    returnUrl: 'http://localhost:3000/api/back/x',
    expiresAt: new Date(now().getTime() + 60_000),
    payerIp: '203.0.113.1',
    payerRequisites: { account: 'A-1' },
  });
  if (answer?.outcome !== 'started' || !answer.externalId) throw new Error('not started');
  return answer.externalId;
}

const check = (paymentId: string) =>
  simulator.payIn?.check?.(at(), {
    paymentId,
    number: 1,
    amount: '100.00',
    asset: 'USD',
    externalId: null,
    facts: {},
    startedAt: now(),
  });

test('the same payment asked for at once by many is one, and is paid once', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => started('pay_many')));
  expect(new Set(ids).size).toBe(1);
  const id = ids[0] ?? '';
  const choices = await Promise.all(
    (['less', 'more', 'pay', 'decline'] as const).map((choice) => chooseOutcome(id, choice)),
  );
  expect(choices.filter(({ notices }) => notices.length > 0)).toHaveLength(1);
});

test('a late payment is told a minute after the office has stopped waiting, to one asker only', async () => {
  const id = await started('pay_late');
  await chooseOutcome(id, 'late');
  expect(await check('pay_late')).toMatchObject({ outcome: 'pending' });
  expect(await claimDue({ query }, now())).toEqual([]);
  shiftClock(121_000);
  expect(await check('pay_late')).toMatchObject({ outcome: 'settled', amount: '100.00', credited: '98.00' });
  const claims = await Promise.all([claimDue({ query }, now()), claimDue({ query }, now())]);
  expect(claims.flat().map((operation) => operation.id)).toEqual([id]);
});

test.each([
  ['U-0003', 'settled'],
  ['U-0004', 'refused'],
])(
  'a payout to %s hangs for a minute, sent again it is the same one, and then it was %s',
  async (to, end) => {
    const asked = payout(`pot_${to}`, to);
    const later = { ...asked, externalId: null, facts: {}, sentAt: now() };
    expect(await simulator.payOut?.send(at(), asked)).toMatchObject({ outcome: 'unknown' });
    expect(await simulator.payOut?.send(at(), asked)).toMatchObject({ outcome: 'unknown' });
    expect(await simulator.payOut?.check(at(), later)).toMatchObject({ outcome: 'unknown' });
    shiftClock(hangMs + 1_000);
    expect(await simulator.payOut?.check(at(), later)).toMatchObject({ outcome: end });
    expect(
      await query(`SELECT id FROM simulator_operations WHERE our_id = $1`, [asked.payoutId]),
    ).toHaveLength(1);
  },
);

test('a payment that was declined is not paid afterwards', async () => {
  const id = await started('pay_no');
  await chooseOutcome(id, 'decline');
  expect((await chooseOutcome(id, 'pay')).notices).toEqual([]);
  expect((await loadOperation({ query }, id))?.state).toBe('declined');
  expect(await check('pay_no')).toMatchObject({ outcome: 'refused' });
});
