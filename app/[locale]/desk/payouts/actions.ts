'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';
import { approvePayout } from '@/lib/payments/payouts/approve-payout';
import { cancelPayout } from '@/lib/payments/payouts/cancel-payout';
import { checkPayoutNow } from '@/lib/payments/payouts/check-payout-now';
import { markPayoutNotPaid, markPayoutPaid } from '@/lib/payments/payouts/decide-payout';
import { refuseByHand, settleByHand } from '@/lib/payments/payouts/settle-by-hand';
import { stopPayouts } from '@/lib/payments/payouts/stop-payouts';
import { payByHand, putPayoutBack, takePayout } from '@/lib/payments/payouts/take-payout';

type Answer<T = null> = Promise<ActionResult<T>>;
type Previous<T = null> = ActionResult<T> | null;

async function act(
  form: FormData,
  command: (input: Record<string, string>, actor: Actor) => Promise<unknown>,
): Answer {
  const values = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await command(values, actor);
    return null;
  }, values);
  if (result.ok) revalidatePath('/[locale]/desk', 'layout');
  return result;
}

export async function approveAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '' }, actor) => approvePayout({ payoutId, actor }));
}

export async function cancelAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '', reason = '' }, actor) => cancelPayout({ payoutId, reason, actor }));
}

export async function checkAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '' }, actor) => checkPayoutNow({ payoutId, actor }));
}

export async function markPaidAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '', reference = '' }, actor) =>
    markPayoutPaid({ payoutId, reference, actor }),
  );
}

export async function markNotPaidAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '', reason = '' }, actor) => markPayoutNotPaid({ payoutId, reason, actor }));
}

export async function byHandAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '' }, actor) => payByHand({ payoutId, actor }));
}

export async function takeAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '' }, actor) => takePayout({ payoutId, actor }));
}

export async function putBackAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '' }, actor) => putPayoutBack({ payoutId, actor }));
}

export async function settleAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '', reference = '' }, actor) =>
    settleByHand({ payoutId, reference, actor }),
  );
}

export async function refuseAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ payoutId = '', reason = '' }, actor) => refuseByHand({ payoutId, reason, actor }));
}

/** Without a method: all. */
export async function switchAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ methodId = '', stopped = '' }, actor) =>
    stopPayouts({ methodId: methodId || null, stopped: stopped === 'true', actor }),
  );
}
