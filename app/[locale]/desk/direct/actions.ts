'use server';

import type { ActionResult } from '@/lib/action';
import { confirmDirectPayment } from '@/lib/payments/direct/confirm-direct-payment';
import { refuseDirectPayment } from '@/lib/payments/direct/refuse-direct-payment';
import { formCommand } from '../form-command';

type Answer = Promise<ActionResult<null>>;
type Previous = ActionResult<null> | null;

/** The tick, with the amount that has really come. */
export async function confirmAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ paymentId = '', amount = '', afterCross }, actor) =>
    confirmDirectPayment({ actor, paymentId, amount, ...(afterCross === 'on' && { afterCross }) }),
  );
}

/** The cross, with the reason that the customer is told. */
export async function refuseAction(_previous: Previous, form: FormData): Answer {
  return formCommand(form, ({ paymentId = '', reason = '' }, actor) =>
    refuseDirectPayment({ actor, paymentId, reason }),
  );
}
