import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { type ExactJson, listAt, textAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';

export const paypalAssets: readonly string[] =
  'USD EUR GBP AUD BRL CAD CHF CNY CZK DKK HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD'.split(
    ' ',
  );

/** PayPal takes no parts of these three. */
export function paypalDecimals(asset: string): number {
  return ['HUF', 'JPY', 'TWD'].includes(asset) ? 0 : 2;
}

/** The amount as PayPal wants it, or null where it has parts that PayPal does not take. */
export function toPaypalAmount(amount: string, asset: string): string | null {
  return plainAmount(amount, paypalDecimals(asset));
}

/** What an order says of the payment. `approved`: the payer agreed, and the money must be captured. */
export function orderAnswer(order: ExactJson, paymentId: string): PaymentAnswer | 'approved' {
  const [externalId, status] = [textAt(order, 'id'), textAt(order, 'status')];
  const units = listAt(order, 'purchase_units');
  const [unit] = units;
  if (!externalId || !status || units.length !== 1 || textAt(unit, 'custom_id') !== paymentId)
    return { outcome: 'unknown', reason: 'the order in the answer is not the one that was asked about' };
  switch (status) {
    case 'CREATED':
    case 'SAVED':
    case 'PAYER_ACTION_REQUIRED':
      return { outcome: 'pending', externalId };
    case 'APPROVED':
      return 'approved';
    case 'VOIDED':
      return { outcome: 'refused', reason: 'the order was voided' };
    case 'COMPLETED':
      return captureAnswer(order, unit, externalId);
    default:
      return { outcome: 'unknown', reason: `an order in the state ${status}` };
  }
}

function captureAnswer(order: ExactJson, unit: ExactJson | undefined, externalId: string): PaymentAnswer {
  const captures = listAt(unit, 'payments.captures');
  const [capture] = captures;
  const [status, captureId] = [textAt(capture, 'status'), textAt(capture, 'id')];
  const asset = textAt(capture, 'amount.currency_code');
  const amount =
    asset === undefined ? null : plainAmount(textAt(capture, 'amount.value'), paypalDecimals(asset));
  if (captures.length !== 1 || !captureId || !asset || amount === null)
    return { outcome: 'unknown', reason: 'the order has not exactly one capture' };
  const told = { amount, asset, externalId, ...payerOf(order), facts: { capture_id: captureId } };
  switch (status) {
    case 'COMPLETED': {
      const credited = netOf(capture, asset);
      return { outcome: 'settled', ...told, ...(credited === null ? {} : { credited }) };
    }
    case 'PENDING':
      return { outcome: 'pending', ...told };
    case 'DECLINED':
    case 'FAILED':
      return { outcome: 'refused', reason: `the capture is ${status}` };
    default:
      return { outcome: 'unknown', reason: `a capture in the state ${status ?? 'none'}` };
  }
}

function netOf(capture: ExactJson | undefined, asset: string): string | null {
  const net = 'seller_receivable_breakdown.net_amount';
  if (textAt(capture, `${net}.currency_code`) !== asset) return null;
  return plainAmount(textAt(capture, `${net}.value`), paypalDecimals(asset));
}

function payerOf(order: ExactJson): { payer?: { account?: string; name?: string } } {
  const account =
    textAt(order, 'payment_source.paypal.email_address') ?? textAt(order, 'payer.email_address');
  const name = [textAt(order, 'payer.name.given_name'), textAt(order, 'payer.name.surname')]
    .filter((part) => part !== undefined)
    .join(' ');
  if (account === undefined && name === '') return {};
  return { payer: { ...(account === undefined ? {} : { account }), ...(name === '' ? {} : { name }) } };
}

export function refundAnswer(refund: ExactJson): PayoutAnswer {
  const [externalId, status] = [textAt(refund, 'id'), textAt(refund, 'status')];
  if (!externalId) return { outcome: 'unknown', reason: 'no refund in the answer' };
  switch (status) {
    case 'COMPLETED':
      return { outcome: 'settled', externalId, reference: externalId };
    case 'PENDING':
      return { outcome: 'pending', externalId };
    case 'FAILED':
    case 'CANCELLED':
      return { outcome: 'refused', reason: `the refund is ${status}` };
    default:
      return { outcome: 'unknown', reason: `a refund in the state ${status ?? 'none'}` };
  }
}

/** What a batch of one says. An item that nobody claimed goes back after 30 days: pending until then. */
export function batchAnswer(batch: ExactJson, payoutId: string, asset: string): PayoutAnswer {
  const externalId = textAt(batch, 'batch_header.payout_batch_id');
  const state = textAt(batch, 'batch_header.batch_status');
  if (!externalId || !state) return { outcome: 'unknown', reason: 'no batch in the answer' };
  if (state === 'DENIED' || state === 'CANCELED')
    return { outcome: 'refused', reason: `the batch is ${state}` };
  const item = listAt(batch, 'items').find((one) => textAt(one, 'payout_item.sender_item_id') === payoutId);
  if (item === undefined) return { outcome: 'pending', externalId };
  const status = textAt(item, 'transaction_status');
  switch (status) {
    case 'SUCCESS': {
      const [reference, fee] = [textAt(item, 'transaction_id'), feeOf(item, asset)];
      const facts = { ...(reference ? { reference } : {}), ...(fee === null ? {} : { fee }) };
      return { outcome: 'settled', externalId, ...facts };
    }
    case 'PENDING':
    case 'UNCLAIMED':
    case 'ONHOLD':
      return { outcome: 'pending', externalId };
    case 'FAILED':
    case 'RETURNED':
    case 'BLOCKED':
    case 'REFUNDED':
    case 'REVERSED':
      return {
        outcome: 'refused',
        reason: `${status}: ${textAt(item, 'errors.message') ?? 'no reason told'}`,
      };
    default:
      return { outcome: 'unknown', reason: `an item in the state ${status ?? 'none'}` };
  }
}

function feeOf(item: ExactJson, asset: string): string | null {
  if (textAt(item, 'payout_item_fee.currency') !== asset) return null;
  return plainAmount(textAt(item, 'payout_item_fee.value'), paypalDecimals(asset));
}
