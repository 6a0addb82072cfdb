'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';
import { approveRefund } from '@/lib/payments/refunds/approve-refund';
import { cancelRefund } from '@/lib/payments/refunds/cancel-refund';
import {
  checkRefundNow,
  markRefundNotPaid,
  markRefundPaid,
} from '@/lib/payments/refunds/decide-refund-by-hand';
import { retryRefund } from '@/lib/payments/refunds/retry-refund';
import { returnByHand } from '@/lib/payments/refunds/return-by-hand';
import { settleRefund } from '@/lib/payments/refunds/settle-refund';

type Answer = Promise<ActionResult<null>>;
type Previous = ActionResult<null> | null;

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
  return act(form, ({ refundId = '' }, actor) => approveRefund({ refundId, actor }));
}

export async function cancelAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ refundId = '', reason = '' }, actor) => cancelRefund({ refundId, reason, actor }));
}

export async function settleAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ refundId = '', reference = '', note = '' }, actor) =>
    settleRefund({ refundId, reference, note, actor }),
  );
}

export async function byHandAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ refundId = '' }, actor) => returnByHand({ refundId, actor }));
}

export async function retryAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ refundId = '' }, actor) => retryRefund({ refundId, actor }));
}

export async function checkAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ refundId = '' }, actor) => checkRefundNow({ refundId, actor }));
}

export async function markPaidAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ refundId = '', reference = '' }, actor) =>
    markRefundPaid({ refundId, reference, actor }),
  );
}

export async function markNotPaidAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ refundId = '', reason = '' }, actor) => markRefundNotPaid({ refundId, reason, actor }));
}
