'use server';

import type { ActionResult } from '@/lib/action';
import { approvePayout } from '@/lib/payments/payouts/approve-payout';
import { cancelPayout } from '@/lib/payments/payouts/cancel-payout';
import { checkPayoutNow } from '@/lib/payments/payouts/check-payout-now';
import { markPayoutNotPaid, markPayoutPaid } from '@/lib/payments/payouts/decide-payout';
import { refuseByHand, settleByHand } from '@/lib/payments/payouts/settle-by-hand';
import { stopPayouts } from '@/lib/payments/payouts/stop-payouts';
import { payByHand, putPayoutBack, takePayout } from '@/lib/payments/payouts/take-payout';
import { formCommand } from '../form-command';

type Answer = Promise<ActionResult<null>>;
type Previous = ActionResult<null> | null;

export async function approveAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '' }, actor) => approvePayout({ payoutId, actor }));
}

export async function cancelAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '', reason = '' }, actor) =>
    cancelPayout({ payoutId, reason, actor }),
  );
}

export async function checkAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '' }, actor) => checkPayoutNow({ payoutId, actor }));
}

export async function markPaidAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '', reference = '' }, actor) =>
    markPayoutPaid({ payoutId, reference, actor }),
  );
}

export async function markNotPaidAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '', reason = '' }, actor) =>
    markPayoutNotPaid({ payoutId, reason, actor }),
  );
}

export async function byHandAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '' }, actor) => payByHand({ payoutId, actor }));
}

export async function takeAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '' }, actor) => takePayout({ payoutId, actor }));
}

export async function putBackAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '' }, actor) => putPayoutBack({ payoutId, actor }));
}

export async function settleAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '', reference = '' }, actor) =>
    settleByHand({ payoutId, reference, actor }),
  );
}

export async function refuseAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ payoutId = '', reason = '' }, actor) =>
    refuseByHand({ payoutId, reason, actor }),
  );
}

/** Without a method: all. */
export async function switchAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ methodId = '', stopped = '' }, actor) =>
    stopPayouts({ methodId: methodId || null, stopped: stopped === 'true', actor }),
  );
}
