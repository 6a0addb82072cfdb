import type { ActionResult } from '@/lib/action';

export type RefundAction = (
  previous: ActionResult<null> | null,
  form: FormData,
) => Promise<ActionResult<null>>;

/** The steps of a refund, as the page hands them to its table. */
export type RefundActions = Record<
  'approve' | 'cancel' | 'settle' | 'byHand' | 'retry' | 'check' | 'markPaid' | 'markNotPaid',
  RefundAction
>;
