import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { cancelByCustomer } from '@/lib/exchange/cancel-by-customer';
import { expireOrders } from '@/lib/exchange/expire-orders';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { refusePrecheck } from '@/lib/exchange/refuse-precheck';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { checkPayout } from '@/lib/payments/payouts/check-payout';
import { sendPayout } from '@/lib/payments/payouts/send-payout';
import { startPayment } from '@/lib/payments/start-payment';
import { type Choice, chooseOutcome } from '@/lib/payments/systems/simulator/choose';
import { setPayoutOutcome } from '@/lib/payments/systems/simulator/control';
import type { PayoutOutcome } from '@/lib/payments/systems/simulator/operation';
import { methodOf } from './catalog';
import { chance } from './chance';
import type { DirectionSeed } from './directions';
import type { Step } from './order-story';
import { follow, makeOrder } from './orders';
import { customers } from './people';
import { demoShop, systemDirections } from './system-methods';
import type { Timeline } from './timeline';

/** What becomes of an order by the simulator: how it is paid, and how it is paid out. */
type Ending = {
  from: string;
  to: string;
  count: number;
  minutesAgo: [number, number];
  pays: Choice | 'not_started' | 'not_paid' | 'after_expiry' | 'precheck';
  payout?: PayoutOutcome;
  after?: 'finalize' | 'cancel';
  /** A payout that hangs does so for good, so that the demo always has one. */
  forGood?: true;
};

const days = (count: number) => count * 1_440;

const endings: Ending[] = [
  {
    from: 'SIMCARDRUB',
    to: 'USDTBEP20',
    count: 9,
    minutesAgo: [90, days(20)],
    pays: 'pay',
    payout: 'settle',
  },
  {
    from: 'SIMWALUSD',
    to: 'USDTBEP20',
    count: 4,
    minutesAgo: [120, days(15)],
    pays: 'pay',
    payout: 'settle',
  },
  {
    from: 'SIMWALUSD',
    to: 'SIMCARDRUB',
    count: 6,
    minutesAgo: [180, days(20)],
    pays: 'pay',
    after: 'finalize',
  },
  { from: 'SIMCARDRUB', to: 'BTC', count: 3, minutesAgo: [200, days(9)], pays: 'never', after: 'finalize' },
  { from: 'SIMWALUSD', to: 'SIMCARDRUB', count: 3, minutesAgo: [15, 100], pays: 'pay' },
  { from: 'SIMCARDRUB', to: 'USDTBEP20', count: 2, minutesAgo: [4, 9], pays: 'not_started' },
  { from: 'SIMWALUSD', to: 'SIMCARDRUB', count: 1, minutesAgo: [6, 12], pays: 'not_paid' },
  { from: 'SIMWALUSD', to: 'USDTBEP20', count: 1, minutesAgo: [8, 14], pays: 'precheck' },
  { from: 'SIMCARDRUB', to: 'BTC', count: 1, minutesAgo: [25, 40], pays: 'less' },
  { from: 'SIMCARDRUB', to: 'USDTBEP20', count: 1, minutesAgo: [30, 45], pays: 'more' },
  { from: 'SIMWALUSD', to: 'SIMCARDRUB', count: 1, minutesAgo: [35, 50], pays: 'other_account' },
  { from: 'SIMCARDRUB', to: 'BTC', count: 1, minutesAgo: [150, 200], pays: 'after_expiry' },
  { from: 'SIMCARDRUB', to: 'USDTBEP20', count: 1, minutesAgo: [40, 55], pays: 'pay', payout: 'refuse' },
  {
    from: 'SIMCARDRUB',
    to: 'SIMWALUSD',
    count: 1,
    minutesAgo: [20, 30],
    pays: 'pay',
    payout: 'later',
    forGood: true,
  },
  {
    from: 'SIMWALUSD',
    to: 'USDTBEP20',
    count: 1,
    minutesAgo: [50, 60],
    pays: 'pay',
    payout: 'hang_paid',
    forGood: true,
  },
  { from: 'SIMCARDRUB', to: 'USDTBEP20', count: 2, minutesAgo: [300, days(9)], pays: 'not_paid' },
  { from: 'SIMCARDRUB', to: 'BTC', count: 2, minutesAgo: [100, days(6)], pays: 'decline', after: 'cancel' },
];

/** Orders paid by the simulator, one or more for each way it can go. Its notices are not sent: it is asked instead. */
export function seedSystemOrders(timeline: Timeline, operator: Actor): void {
  const dice = chance(31_261_122);
  const present = Date.now();
  for (const ending of endings) {
    for (let made = 0; made < ending.count; made += 1) {
      const at = present - dice.whole(...ending.minutesAgo) * 60_000;
      timeline.add(at, async () => {
        const direction = directionOf(ending);
        const [from, to] = [methodOf(direction.from), methodOf(direction.to)];
        // A customer who has too many open orders is told so; another one comes instead.
        for (let attempt = 0; attempt < 3; attempt += 1) {
          const customer = dice.pick(customers);
          const order = await makeOrder({ direction, from, to, customer, dice });
          if (!order) continue;
          follow(timeline, at, story(order, ending, operator, customer.locale));
          return;
        }
      });
    }
  }
}

function directionOf({ from, to }: Ending): DirectionSeed {
  const found = systemDirections.find((direction) => direction.from === from && direction.to === to);
  if (!found) throw new RangeError(`no direction ${from}-${to}`);
  return found;
}

type Made = { orderId: string; secret: string };

function story({ orderId, secret }: Made, ending: Ending, operator: Actor, locale: string): Step[] {
  const reader = { secret };
  const ip = '198.51.100.200';
  const start: Step = {
    afterMinutes: 1,
    run: () => startPayment({ orderId, reader, locale: locale === 'ru' ? 'ru' : 'en', ip }),
  };
  const pay = (choice: Choice): Step => ({
    afterMinutes: 1,
    run: async () => {
      const { paymentId, operationId } = await paymentOf(orderId);
      await chooseOutcome(operationId, choice);
      await checkPaymentNow({ paymentId, source: 'return' });
    },
  });
  const payOut: Step = {
    afterMinutes: 0,
    run: () => payOutAs(orderId, ending.payout ?? 'settle', ending.forGood === true, operator),
  };
  const finalize: Step = {
    afterMinutes: 12,
    run: () =>
      finalizeOrder({ orderId, actor: operator, note: '', payoutReference: `TX-${orderId.slice(-8)}` }),
  };
  const cancel: Step = {
    afterMinutes: 2,
    run: () => cancelByCustomer({ orderId, reader, actor: { kind: 'guest', ip } }),
  };
  const expire: Step = { afterMinutes: 61, run: expireOrders };
  switch (ending.pays) {
    case 'not_started':
      return [];
    case 'not_paid':
      return [start, expire];
    case 'precheck':
      return [
        start,
        {
          afterMinutes: 1,
          run: async () => {
            const { paymentId } = await paymentOf(orderId);
            await refusePrecheck({ paymentId, why: 'payer_mismatch' });
          },
        },
      ];
    case 'after_expiry':
      return [start, expire, pay('pay')];
    default: {
      const last = ending.after === 'finalize' ? [finalize] : ending.after === 'cancel' ? [cancel] : [];
      return [start, pay(ending.pays), ...(ending.payout ? [payOut] : []), ...last];
    }
  }
}

async function paymentOf(orderId: string): Promise<{ paymentId: string; operationId: string }> {
  const [row] = await query<{ paymentId: string; operationId: string }>(
    `SELECT p.id AS "paymentId", s.id AS "operationId" FROM payments p
       JOIN simulator_operations s ON s.kind = 'payment' AND s.our_id = p.id
     WHERE p.subject_id = $1 ORDER BY p.created_at DESC LIMIT 1`,
    [orderId],
  );
  if (!row) throw new Error(`the order ${orderId} has no started payment`);
  return row;
}

/** Sends the order's payout as the job would, with that outcome at the simulator. */
async function payOutAs(
  orderId: string,
  payouts: PayoutOutcome,
  forGood: boolean,
  operator: Actor,
): Promise<void> {
  const [payout] = await query<{ id: string }>(
    `SELECT id FROM payouts WHERE subject_id = $1 AND status = 'queued'`,
    [orderId],
  );
  if (!payout) return;
  await setPayoutOutcome(operator, { shop: demoShop, payouts });
  await sendPayout(payout.id);
  if (forGood) {
    await query(
      `UPDATE simulator_operations SET tell_at = tell_at + interval '10 years' WHERE kind = 'payout' AND our_id = $1`,
      [payout.id],
    );
    await checkPayout({ payoutId: payout.id, source: 'poll' });
  }
  await setPayoutOutcome(operator, { shop: demoShop, payouts: 'by_rule' });
}
