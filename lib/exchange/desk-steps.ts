import { allowedEvents, type OrderState } from '@/lib/exchange/find-move';
import type { OrderEventName } from '@/lib/exchange/moves';

/** What an operator can do with one order, in the order of the buttons. `delete` moves no status: it hides. */
export const deskStepNames = [
  'finalize',
  'schedule',
  'revive',
  'refund',
  'cancel',
  'start_refund',
  'claim_late',
  'delete',
] as const satisfies readonly (OrderEventName | 'delete')[];

export type DeskStep = (typeof deskStepNames)[number];

type Emptiable = OrderState & { receivedAt: Date | null; deletedAt: Date | null };

/** The steps that the order's state allows now. What is allowed at last is asked again by the step's command. */
export function deskSteps(order: Emptiable): DeskStep[] {
  const allowed = new Set<string>(allowedEvents(order, 'operator'));
  return deskStepNames.filter((step) => (step === 'delete' ? isEmpty(order) : allowed.has(step)));
}

/** Nothing came for it: it may be canceled and deleted together with others like it. */
export function isEmpty({ status, exception, receivedAt, deletedAt }: Emptiable): boolean {
  if (deletedAt !== null || receivedAt !== null) return false;
  return status === 'pending_processing' || (status === 'canceled' && exception === null);
}
