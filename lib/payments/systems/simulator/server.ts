import type { z } from 'zod';
import { newId } from '@/lib/ids';
import { type Operation, type OperationStore, outcomeOf, type PayoutOutcome } from './operation';
import type { OutgoState, PaymentState } from './wire';
import { paymentRequest, payoutRequest, refundRequest } from './wire';

export type ServerRequest = { method: string; path: string; query: URLSearchParams; body: string };
/** `silent`: the line hangs and nothing is heard. */
export type ServerAnswer = { status: number; json: unknown } | 'silent';

/** How long a payout hangs, and how long one takes that settles later. */
export const hangMs = 60_000;
export const laterMs = 30_000;

/**
 * The simulator's HTTP interface, as a real system would have one: payments are asked for and asked about, payouts and
 * refunds are sent, the balance is told. Every request may be repeated; it does nothing twice.
 */
export async function simulatorServer(
  store: OperationStore,
  now: Date,
  { method, path, query, body }: ServerRequest,
): Promise<ServerAnswer> {
  const [, version, what = '', ourId] = path.split('/');
  if (version !== 'v1') return notFound;
  const sent = method === 'POST' ? jsonOf(body) : null;
  switch (`${method} ${what}`) {
    case 'POST payments':
      return withInput(paymentRequest, sent, async (asked) => {
        const operation = blank('payment', asked.paymentId, asked, now);
        const open = await store.open({ ...operation, asked: { kind: 'payment', ...asked } });
        if (isOther(open, asked)) return conflict;
        const page = `${asked.officeUrl}/${asked.locale}/simulator/payments/${open.id}`;
        return { status: 200, json: { ...paymentView(open, now), page } };
      });
    case 'POST payouts':
      return withInput(payoutRequest, sent, async (asked) => {
        const outcome = outcomeOf(await store.payoutsOf(asked.shop), asked.destination);
        const operation = decided(blank('payout', asked.payoutId, asked, now), outcome, now);
        const open = await store.open({ ...operation, asked: { kind: 'payout', outcome, ...asked } });
        return isOther(open, asked) ? conflict : outgoAnswer(open, now);
      });
    case 'POST refunds':
      return withInput(refundRequest, sent, (asked) => openRefund(store, asked, now));
    case 'GET payments': {
      const found = await store.find('payment', ourId ?? '');
      return found ? { status: 200, json: paymentView(found, now) } : notFound;
    }
    case 'GET payouts':
    case 'GET refunds': {
      const found = await store.find(what === 'payouts' ? 'payout' : 'refund', ourId ?? '');
      return found ? outgoAnswer(found, now) : notFound;
    }
    case 'GET balance': {
      const asset = query.get('asset') ?? '';
      return { status: 200, json: { asset, amount: await store.balance(query.get('shop') ?? '', asset) } };
    }
    default:
      return notFound;
  }
}

async function openRefund(
  store: OperationStore,
  asked: z.output<typeof refundRequest>,
  now: Date,
): Promise<ServerAnswer> {
  const payment = await store.find('payment', asked.paymentId);
  if (payment?.state !== 'paid' || payment.asked.kind !== 'payment')
    return { status: 404, json: { error: 'no such paid payment' } };
  const outcome = outcomeOf(await store.payoutsOf(asked.shop), {});
  const { callbackUrl } = payment.asked;
  const operation = decided(blank('refund', asked.refundId, asked, now), outcome, now);
  const open = await store.open({ ...operation, asked: { kind: 'refund', outcome, callbackUrl, ...asked } });
  return isOther(open, asked) ? conflict : outgoAnswer(open, now);
}

const notFound: ServerAnswer = { status: 404, json: { error: 'not found' } };
const conflict: ServerAnswer = { status: 409, json: { error: 'known with another amount' } };

type Common = { shop: string; number: number; asset: string; amount: string };

function blank(
  kind: Operation['kind'],
  ourId: string,
  { shop, number, asset, amount }: Common,
  now: Date,
): Omit<Operation, 'asked'> {
  return {
    id: newId('sim'),
    kind,
    shop,
    ourId,
    number,
    state: kind === 'payment' ? 'waiting' : 'pending',
    asset,
    amount,
    paid: null,
    fee: null,
    payer: null,
    tellAt: null,
    notices: [],
    createdAt: now,
    decidedAt: null,
  };
}

function isOther(open: Operation, { shop, asset, amount }: Common): boolean {
  return open.shop !== shop || open.asset !== asset || open.amount !== amount;
}

/** What was decided is known to the simulator at once; the office hears of it at `tellAt`. */
function decided<O extends Omit<Operation, 'asked'>>(
  operation: O,
  outcome: Exclude<PayoutOutcome, 'by_rule'>,
  now: Date,
): O {
  const paid = outcome !== 'refuse' && outcome !== 'hang_unpaid';
  const pause = outcome === 'later' ? laterMs : outcome.startsWith('hang') ? hangMs : 0;
  return {
    ...operation,
    state: paid ? 'done' : 'refused',
    tellAt: pause === 0 ? null : new Date(now.getTime() + pause),
    decidedAt: now,
  };
}

function paymentView(operation: Operation, now: Date): PaymentState {
  const { id, state, asset, paid, fee, payer, decidedAt, tellAt } = operation;
  if (state === 'declined') return { id, state, asset };
  if (state !== 'paid' || paid === null || (tellAt !== null && tellAt > now))
    return { id, state: 'waiting', asset };
  return {
    id,
    state: 'paid',
    asset,
    paid,
    ...(fee === null ? {} : { fee }),
    ...(payer === null ? {} : { payer }),
    ...(decidedAt === null ? {} : { paidAt: decidedAt.toISOString() }),
  };
}

function outgoAnswer({ id, state, fee, tellAt, asked }: Operation, now: Date): ServerAnswer {
  const isSecret = tellAt !== null && tellAt > now;
  if (isSecret && asked.kind !== 'payment' && asked.outcome !== 'later') return 'silent';
  const open: OutgoState =
    isSecret || (state !== 'done' && state !== 'refused')
      ? { id, state: 'pending' }
      : state === 'done'
        ? { id, state, ...(fee === null ? {} : { fee }) }
        : { id, state, reason: 'the simulator was told to refuse it' };
  return { status: 200, json: open };
}

async function withInput<T>(
  schema: z.ZodType<T>,
  sent: unknown,
  work: (input: T) => Promise<ServerAnswer>,
): Promise<ServerAnswer> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return work(parsed.data);
  const fields = parsed.error.issues.map(({ path }) => path.join('.'));
  return { status: 400, json: { error: `wrong: ${fields.join(', ')}` } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
