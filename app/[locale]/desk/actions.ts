'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { currentOffice } from '@/app/_i18n/office';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import { acceptReceipt } from '@/lib/exchange/accept-receipt';
import { addNote } from '@/lib/exchange/add-note';
import { askRest } from '@/lib/exchange/ask-rest';
import { cancelEmptyOrders } from '@/lib/exchange/cancel-empty-orders';
import { cancelOrder } from '@/lib/exchange/cancel-order';
import { checkPayments } from '@/lib/exchange/check-payments';
import { deleteOrders } from '@/lib/exchange/delete-orders';
import type { OrderResult } from '@/lib/exchange/each-order';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { finishRefund } from '@/lib/exchange/finish-refund';
import { holdOrder, releaseOrder, takeOverOrder } from '@/lib/exchange/hold-order';
import { markPaidLate } from '@/lib/exchange/mark-paid-late';
import { requireOperator } from '@/lib/exchange/mover';
import type { TermsOffer } from '@/lib/exchange/order-terms';
import { reviveOffer, reviveOrder } from '@/lib/exchange/revive-order';
import { scheduleTransfer } from '@/lib/exchange/schedule-transfer';
import { startRefund } from '@/lib/exchange/start-refund';
import { zonedTime } from '@/lib/exchange/zoned-time';
import { bookPayment } from '@/lib/payments/book-payment';
import { sendPayoutNow } from '@/lib/payments/payouts/send-now';

type Input = Record<string, string> & { orderId: string };
type Answer<T = null> = Promise<ActionResult<T>>;
type Previous<T = null> = ActionResult<T> | null;

/** One command with what the form says, as whoever is signed in; lists and orders are drawn anew. */
async function act<T>(form: FormData, command: (input: Input, actor: Actor) => Promise<T>): Answer<T> {
  const values = formValues(form);
  const actor = await currentActor();
  const result = await runAction(() => command({ ...values, orderId: values.orderId ?? '' }, actor), values);
  if (result.ok) revalidatePath('/[locale]/desk', 'page');
  return result;
}

const nothing = async (work: Promise<unknown>): Promise<null> => {
  await work;
  return null;
};

export async function finalizeAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId, note = '', payoutReference = '' }, actor) =>
    nothing(finalizeOrder({ orderId, note, payoutReference, actor })),
  );
}

/** The date is typed on the office's wall clock. */
export async function scheduleAction(_previous: Previous, form: FormData): Answer {
  return act(form, async ({ orderId, sendAt: typed = '', text = '' }, actor) => {
    requireOperator(actor);
    const { timeZone } = await currentOffice();
    const sendAt = zonedTime(typed, timeZone);
    if (!sendAt) return fail('invalid_input', { fields: { sendAt: { key: typed ? 'date' : 'required' } } });
    return nothing(scheduleTransfer({ orderId, sendAt, text, actor }));
  });
}

export async function cancelAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId, reason = '' }, actor) => nothing(cancelOrder({ orderId, reason, actor })));
}

export async function markPaidLateAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId, comment = '' }, actor) => nothing(markPaidLate({ orderId, comment, actor })));
}

export async function reviveAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId, rate }, actor) =>
    nothing(reviveOrder({ orderId, rate: rate as 'old' | 'present', actor })),
  );
}

export async function acceptAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId, rate }, actor) =>
    nothing(acceptReceipt({ orderId, rate: rate as 'old' | 'present', actor })),
  );
}

export async function askRestAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId }, actor) => nothing(askRest({ orderId, actor })));
}

export async function checkPaymentsAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId }, actor) => nothing(checkPayments({ orderId, actor })));
}

/** The operator saw money that the system's own word does not fit. */
export async function bookPaymentAction(_previous: Previous, form: FormData): Answer {
  const { paymentId = '', amount = '', reference = '' } = formValues(form);
  return act(form, (_input, actor) => nothing(bookPayment({ paymentId, amount, reference, actor })));
}

/** The receiving method's system pays out now: an order that waits for an operator, or whose payout was refused. */
export async function sendPayoutAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId }, actor) => nothing(sendPayoutNow({ orderId, actor })));
}

export async function reviveOfferAction(orderId: string): Answer<TermsOffer> {
  const actor = await currentActor();
  return runAction(() => reviveOffer({ orderId: typeof orderId === 'string' ? orderId : '', actor }));
}

export async function startRefundAction(_previous: Previous, form: FormData): Answer {
  // The command's own schema says what these words may be.
  return act(form, ({ orderId, reason = '', amount = '', fee = '', ...chosen }, actor) =>
    nothing(startRefund({ orderId, reason, amount, fee, ...refundChoices(chosen), actor })),
  );
}

function refundChoices({ kind, basis, way }: Record<string, string | undefined>) {
  return { kind, basis, way } as Pick<Parameters<typeof startRefund>[0], 'kind' | 'basis' | 'way'>;
}

export async function finishRefundAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId, reference = '', note = '' }, actor) =>
    nothing(finishRefund({ orderId, reference, note, actor })),
  );
}

export async function deleteAction(_previous: Previous, form: FormData): Answer {
  return act(form, async ({ orderId }, actor) => {
    const [result] = await deleteOrders({ orderIds: [orderId], actor });
    return result && !result.ok ? fail(result.code, { params: result.params }) : null;
  });
}

export async function takeAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId }, actor) => nothing(holdOrder({ orderId, actor })));
}

export async function takeOverAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId }, actor) => nothing(takeOverOrder({ orderId, actor })));
}

export async function releaseAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId }, actor) => nothing(releaseOrder({ orderId, actor })));
}

export async function addNoteAction(_previous: Previous, form: FormData): Answer {
  return act(form, ({ orderId, text = '' }, actor) => nothing(addNote({ orderId, text, actor })));
}

/** Cancels or deletes several empty orders; `what` is `cancel` or `delete`. One answer for each. */
export async function emptyOrdersAction(
  _previous: Previous<OrderResult[]>,
  form: FormData,
): Answer<OrderResult[]> {
  const orderIds = formOf(form).getAll('orderIds').map(String);
  return act(form, ({ what, reason = '' }, actor) =>
    what === 'delete' ? deleteOrders({ orderIds, actor }) : cancelEmptyOrders({ orderIds, reason, actor }),
  );
}
