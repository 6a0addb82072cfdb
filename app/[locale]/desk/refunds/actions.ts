'use server';

import type { ActionResult } from '@/lib/action';
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
import { formCommand } from '../form-command';

type Answer = Promise<ActionResult<null>>;
type Previous = ActionResult<null> | null;

export async function approveAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ refundId = '' }, actor) => approveRefund({ refundId, actor }));
}

export async function cancelAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ refundId = '', reason = '' }, actor) =>
    cancelRefund({ refundId, reason, actor }),
  );
}

export async function settleAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ refundId = '', reference = '', note = '' }, actor) =>
    settleRefund({ refundId, reference, note, actor }),
  );
}

export async function byHandAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ refundId = '' }, actor) => returnByHand({ refundId, actor }));
}

export async function retryAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ refundId = '' }, actor) => retryRefund({ refundId, actor }));
}

export async function checkAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ refundId = '' }, actor) => checkRefundNow({ refundId, actor }));
}

export async function markPaidAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ refundId = '', reference = '' }, actor) =>
    markRefundPaid({ refundId, reference, actor }),
  );
}

export async function markNotPaidAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ refundId = '', reason = '' }, actor) =>
    markRefundNotPaid({ refundId, reason, actor }),
  );
}
