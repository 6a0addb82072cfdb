import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import { formatUnits, roundToStep } from '@/lib/money';
import { type RequisiteField, requisiteFields } from '@/lib/requisites/field';
import { methodOf, unitsOf } from './catalog';
import { type Chance, chance } from './chance';
import { type DirectionSeed, directions } from './directions';
import type { MethodSeed } from './method-seed';
import { orderStory, type Step } from './order-story';
import { type CustomerSeed, customers } from './people';
import { isOpen, makePlans, type Plan } from './plans';
import { madeUpValue } from './requisites';
import { atMoment, type Timeline } from './timeline';

/** Lives the orders of the last sixty days through, in the order in which things happened. */
export async function seedOrders(timeline: Timeline, operator: Actor): Promise<void> {
  const dice = chance(20_261_122);
  const present = Date.now();
  for (const plan of makePlans(dice)) {
    const startedAt = present - plan.startedMinutesAgo * 60_000;
    timeline.add(startedAt, () => begin(timeline, plan, operator, dice));
  }
}

async function begin(timeline: Timeline, plan: Plan, operator: Actor, dice: Chance): Promise<void> {
  const direction = chooseDirection(plan, dice);
  const customer = dice.pick(customers);
  const from = methodOf(direction.from);
  const to = methodOf(direction.to);
  const made = await makeOrder({ direction, from, to, customer, dice });
  if (!made) return;
  const story = orderStory({
    ...made,
    customer,
    operator,
    expiryMinutes: direction.expiryMinutes,
    ending: plan.ending,
    chance: dice,
  });
  follow(timeline, now().getTime(), story);
}

/** Each step is put into the timeline when the one before has happened. */
export function follow(timeline: Timeline, after: number, [step, ...rest]: Step[]): void {
  if (!step) return;
  const at = after + step.afterMinutes * 60_000;
  if (at > atMoment()) return;
  timeline.add(at, async () => {
    await step.run();
    follow(timeline, at, rest);
  });
}

function chooseDirection(plan: Plan, dice: Chance): DirectionSeed {
  const open = directions.filter(({ enabled }) => enabled !== false);
  const patient = open.filter(({ expiryMinutes }) => expiryMinutes >= 1_440);
  // An order that waits for its payment when the demo begins should not expire a minute later.
  if (plan.ending === 'pending' || plan.ending === 'paid_late') return dice.pick(patient);
  return isOpen(plan.ending)
    ? dice.pick(open)
    : dice.pick(open.slice(0, Math.ceil(open.length * (0.5 + dice.next() / 2))));
}

type OrderInput = {
  direction: DirectionSeed;
  from: MethodSeed;
  to: MethodSeed;
  customer: CustomerSeed;
  dice: Chance;
};

/** An order as a guest makes it, or null where a limit is met. */
export async function makeOrder({
  direction,
  from,
  to,
  customer,
  dice,
}: OrderInput): Promise<{ orderId: string; secret: string } | null> {
  try {
    const quote = await createQuote({
      from: from.code,
      to: to.code,
      side: 'give',
      amount: await niceAmount(from, direction, dice),
    });
    const actor: Actor = { kind: 'guest', ip: `203.0.113.${dice.whole(1, 250)}` };
    return await createOrder({
      quoteId: quote.id,
      idempotencyKey: `form:${quote.id}`,
      email: customer.email,
      phone: customer.phone,
      requisites: {
        ...valuesOf('give', from.fields, customer, dice),
        ...valuesOf('get', to.fields, customer, dice),
      },
      locale: customer.locale,
      smsConsent: false,
      actor,
    });
  } catch (error) {
    // A busy customer or an empty reserve: in sixty days that happens, and no order comes of it.
    if (error instanceof AppError && error.code !== 'invalid_input') return null;
    throw error;
  }
}

/** People send round amounts, mostly near the lower limit. */
async function niceAmount(
  from: MethodSeed,
  { giveStep, feeBps }: DirectionSeed,
  dice: Chance,
): Promise<bigint> {
  const least = unitsOf(from.minIn, from.asset) * (feeBps ? 2n : 1n);
  const factor = BigInt(Math.floor(120 + 900 * dice.next() ** 2.5));
  const amount = (least * factor) / 100n;
  const step = giveStep ? unitsOf(giveStep, from.asset) : least / 10n || 1n;
  return roundToStep(amount, step, 'ceil');
}

/** What a customer types into the required fields of one side, as the form names them. */
export function valuesOf(
  side: RequisiteField['side'],
  fields: RequisiteField[],
  customer: CustomerSeed,
  dice: Chance,
): Record<string, string> {
  const asked = requisiteFields.parse(fields).filter((field) => field.side === side && field.required);
  return Object.fromEntries(
    asked.map((field) => [`${side}.${field.key}`, madeUpValue(field, customer, dice)]),
  );
}

/** How many orders stand in each status, for the start's report. */
export async function countOrders(): Promise<string> {
  const rows = await query<{ status: string; count: bigint }>(
    'SELECT status, count(*) FROM orders GROUP BY status ORDER BY status',
  );
  return rows.map(({ status, count }) => `${formatUnits(count, 0)} ${status}`).join(', ');
}
