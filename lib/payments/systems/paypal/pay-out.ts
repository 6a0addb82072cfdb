import { notDone, notTold } from '@/lib/payments/call-json';
import type { PayOut, Refund } from '@/lib/payments/contract/pay-out';
import { textAt } from '@/lib/payments/exact-json';
import { validatorOf } from '@/lib/requisites/validators';
import { paypal, paypalRest } from './client';
import { batchAnswer, refundAnswer, toPaypalAmount } from './map';
import type { PaypalSettings } from './settings';

/** A batch of one item to an e-mail address; our id is the batch's own, which PayPal takes once in 30 days. */
export const paypalPayOut: PayOut<PaypalSettings> = {
  needs: [['email']],
  problem({ email }) {
    return email && validatorOf('email').normalise(email, {}).ok ? null : 'email';
  },
  async send(at, { payoutId, amount, asset, destination, description }) {
    const value = toPaypalAmount(amount, asset);
    const { email } = destination;
    if (value === null || !email)
      return { outcome: 'refused', reason: 'the amount or the address is not usable' };
    const made = await paypalRest(at, {
      method: 'POST',
      path: '/v1/payments/payouts',
      json: {
        sender_batch_header: { sender_batch_id: payoutId, email_subject: description },
        items: [
          {
            recipient_type: 'EMAIL',
            receiver: email,
            sender_item_id: payoutId,
            note: description,
            amount: { value, currency: asset },
          },
        ],
      },
    });
    return made.kind === 'done' ? batchAnswer(made.json, payoutId, asset) : notDone(made);
  },
  async check(at, { payoutId, asset, externalId, hinted }) {
    if (!externalId) return { outcome: 'unknown', reason: 'the batch is not known: look for it in PayPal' };
    const path = `/v1/payments/payouts/${encodeURIComponent(externalId)}`;
    const found = await paypalRest(at, { method: 'GET', path });
    if (found.kind !== 'done') return notTold(found);
    const ours = textAt(found.json, 'batch_header.sender_batch_header.sender_batch_id');
    return ours === payoutId || (ours === undefined && !hinted)
      ? batchAnswer(found.json, payoutId, asset)
      : { outcome: 'unknown', reason: 'under this id stands another batch' };
  },
};

/** Back to whoever paid, in full or part; our id is the request's, so that a call repeated refunds once. */
export const paypalRefund: Refund<PaypalSettings> = {
  partial: true,
  async send(at, { refundId, amount, asset, reason, payment }) {
    const value = toPaypalAmount(amount, asset);
    const captureId = payment.facts.capture_id;
    if (value === null || !captureId)
      return { outcome: 'refused', reason: 'the amount is not usable, or nothing was captured' };
    const made = await paypal(at, ({ payments }) =>
      payments.refundCapturedPayment({
        captureId,
        paypalRequestId: refundId,
        prefer: 'return=representation',
        body: {
          amount: { currencyCode: asset, value },
          customId: refundId,
          noteToPayer: reason.slice(0, 255),
        },
      }),
    );
    return made.kind === 'done' ? refundAnswer(made.json) : notDone(made);
  },
  async check(at, { refundId, externalId }) {
    if (!externalId) return { outcome: 'unknown', reason: 'the refund is not known: look for it in PayPal' };
    const found = await paypal(at, ({ payments }) => payments.getRefund({ refundId: externalId }));
    if (found.kind !== 'done') return notTold(found);
    const customId = textAt(found.json, 'custom_id');
    return customId === undefined || customId === refundId
      ? refundAnswer(found.json)
      : { outcome: 'unknown', reason: 'the refund in the answer is another one' };
  },
};
