import { allowedEvents, type OrderState } from '@/lib/exchange/find-move';
import type { OrderEventName } from '@/lib/exchange/moves';

/** What an operator can do with one order, in the order of the buttons. `delete` and `check` move no status themselves. */
export const deskStepNames = [
  'finalize',
  'accept',
  'ask_rest',
  'send_payout',
  'schedule',
  'revive',
  'refund',
  'check',
  'cancel',
  'start_refund',
  'claim_late',
  'delete',
] as const satisfies readonly (OrderEventName | 'check' | 'delete')[];

export type DeskStep = (typeof deskStepNames)[number];

type Emptiable = OrderState & {
  receivedAt: Date | null;
  deletedAt: Date | null;
  fromWallet?: string | null;
};

/** What the order's own row does not tell; lists do not ask for it. */
export type StepFacts = {
  /** A payment is waited for: no other one needs to be asked for. */
  waitsForPayment: boolean;
  /** A payment was started at a system that can be asked how it stands. */
  canBeAsked: boolean;
  /** The receiving method's system pays out, and no payout is under way. */
  canPayOut: boolean;
  /** A payout is under way or done: nothing is sent, agreed on or given back beside it. */
  paysOut: boolean;
  /** A refund is decided on or asked for: one at a time. */
  refunds: boolean;
  /** It is of everything: the order is not paid out beside it. */
  refundsAll: boolean;
  /** More is here than the exchange takes: it can go back, and the exchange goes on. */
  canGoBack: boolean;
};

const nothingMore: StepFacts = {
  waitsForPayment: true,
  canBeAsked: false,
  canPayOut: false,
  paysOut: false,
  refunds: false,
  refundsAll: false,
  canGoBack: false,
};

/** The steps that the order's state allows now. What is allowed at last is asked again by the step's command. */
export function deskSteps(order: Emptiable, facts: StepFacts = nothingMore): DeskStep[] {
  const allowed = new Set<string>(allowedEvents(order, 'operator'));
  if (isEmpty(order)) allowed.add('delete');
  // What a wallet pays cannot come unseen.
  if (order.fromWallet) allowed.delete('claim_late');
  if (facts.canBeAsked) allowed.add('check');
  if (facts.waitsForPayment) allowed.delete('ask_rest');
  if (!facts.canPayOut) allowed.delete('send_payout');
  if (facts.refunds) allowed.delete('start_refund');
  if (facts.refundsAll) for (const step of besideNoRefund) allowed.delete(step);
  if (facts.paysOut) for (const step of besideNoPayout) allowed.delete(step);
  if (facts.canGoBack && !facts.refunds) allowed.add('start_refund');
  return deskStepNames.filter((step) => allowed.has(step));
}

const besideNoPayout: readonly DeskStep[] = ['finalize', 'accept', 'start_refund', 'schedule'];

const besideNoRefund: readonly DeskStep[] = ['finalize', 'accept', 'send_payout', 'ask_rest', 'schedule'];

/** Nothing came for it: it may be canceled and deleted together with others like it. */
export function isEmpty({ status, exception, receivedAt, deletedAt }: Emptiable): boolean {
  if (deletedAt !== null || receivedAt !== null) return false;
  return status === 'pending_processing' || (status === 'canceled' && exception === null);
}
