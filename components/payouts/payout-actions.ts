import type { ActionResult } from '@/lib/action';

export type PayoutAction = (
  previous: ActionResult<null> | null,
  form: FormData,
) => Promise<ActionResult<null>>;

/** The steps of a payout, as the page hands them to its table. */
export type PayoutActions = Record<
  | 'approve'
  | 'cancel'
  | 'check'
  | 'markPaid'
  | 'markNotPaid'
  | 'byHand'
  | 'take'
  | 'putBack'
  | 'settle'
  | 'refuse',
  PayoutAction
>;
