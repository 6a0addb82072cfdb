import { query } from '@/lib/db';
import { methodId, operatorId, rareOperator } from './desk-lists-fill';

/** A list as an operator opens it: the parameters of its address. */
export type DeskCase = { title: string; params: string };

/** The first page and each filter, frequent and rare, in both orders where it matters. */
export async function deskCases(): Promise<DeskCase[]> {
  const [sample] = await query<{ id: string; email: string; card: string; day: string }>(
    `SELECT id, email, give_requisites -> 'card' ->> 'value' AS card, created_at::date::text AS day
     FROM orders WHERE deleted_at IS NULL AND status = 'completed' ORDER BY id LIMIT 1`,
  );
  if (!sample) throw new Error('the table is empty');
  const frequent = methodId('bank_a');
  const rare = methodId('rare');
  const case_ = (title: string, params: Record<string, string>): DeskCase => ({
    title,
    params: new URLSearchParams(params).toString(),
  });
  return [
    case_('first page: what waits for the office', {}),
    case_('all, newest first', { status: 'all' }),
    case_('all, oldest first', { status: 'all', sort: 'oldest' }),
    case_('unfinished', { status: 'open' }),
    case_('status: to be checked', { status: 'payment_claimed' }),
    case_('status: completed', { status: 'completed' }),
    case_('status: completed, oldest first', { status: 'completed', sort: 'oldest' }),
    case_('status: refunded (rare)', { status: 'refunded', sort: 'oldest' }),
    case_('type: by operator', { status: 'all', type: 'operator' }),
    case_('type: automatic (rare)', { status: 'all', type: 'automatic' }),
    case_('pays by a frequent method', { status: 'all', from: frequent }),
    case_('pays by a frequent method, what waits', { from: frequent }),
    case_('pays by a rare method', { status: 'all', from: rare }),
    case_('pays by a rare method, oldest first', { status: 'all', from: rare, sort: 'oldest' }),
    case_('pays by a rare method, what waits', { from: rare }),
    case_('receives by a method', { status: 'all', to: methodId('btc') }),
    case_('a direction', { status: 'all', from: frequent, to: methodId('btc') }),
    case_('a direction, rare', { status: 'all', from: rare, to: methodId('btc') }),
    case_('one day', { status: 'all', since: sample.day, until: sample.day }),
    case_('one day, oldest first', { status: 'all', since: sample.day, until: sample.day, sort: 'oldest' }),
    case_('amount from … to, any currency', { status: 'all', min: '500', max: '501' }),
    case_('amount from … to, one currency', { status: 'all', min: '500', max: '600', asset: 'RUB' }),
    case_('amount above', { status: 'all', min: '900000' }),
    case_('e-mail', { email: sample.email }),
    case_('beginning of an e-mail', { email: sample.email.slice(0, 11) }),
    case_('number', { id: sample.id }),
    case_('card', { requisites: sample.card }),
    case_('last four of a card', { requisites: sample.card.slice(-4) }),
    case_('operator', { status: 'all', operator: operatorId(3) }),
    case_('operator, what waits', { operator: operatorId(3) }),
    case_('operator (rare), oldest first', { status: 'all', operator: rareOperator, sort: 'oldest' }),
    case_('nobody works on it', { operator: 'none' }),
    case_('any exception', { status: 'all', exception: 'any' }),
    case_('exception: paid late', { status: 'all', exception: 'paid_late' }),
    case_('exception: underpaid, oldest first', { status: 'all', exception: 'underpaid', sort: 'oldest' }),
    case_('nothing there: payout failed', { status: 'all', exception: 'payout_failed' }),
  ];
}
