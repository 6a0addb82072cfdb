import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { type ExactJson, listAt, textAt, valueAt } from '@/lib/payments/exact-json';
import { fromMinorUnits, minorUnits, plainAmount } from '@/lib/payments/plain-amount';

/** Operations of a history with exactly that label; the list may hold others. */
function operationsWith(history: ExactJson, label: string, direction: 'in' | 'out'): ExactJson[] {
  return listAt(history, 'operations').filter(
    (one) => textAt(one, 'label') === label && (textAt(one, 'direction') ?? direction) === direction,
  );
}

/**
 * What the history says of a payment. It tells what reached the wallet, not what the payer was charged, so that only
 * what is enough without its commission is taken for paid; the rest waits for the notice, which tells both.
 */
export function paymentState(history: ExactJson, label: string, asked: string): PaymentAnswer {
  if (!Array.isArray(valueAt(history, 'operations'))) return unknown('operation-history holds no list');
  const [found] = operationsWith(history, label, 'in');
  if (!found) return { outcome: 'pending' };
  const credited = plainAmount(textAt(found, 'amount'), 2);
  const operationId = textAt(found, 'operation_id');
  if (!operationId || credited === null) return unknown('operation-history: an unreadable operation');
  const told = { asset: 'RUB', externalId: operationId, credited, facts: { operationId } };
  if (textAt(found, 'status') === 'refused') return refused('operation-history: refused');
  const enough = BigInt(minorUnits(credited, 2) ?? 0) >= BigInt(minorUnits(asked, 2) ?? 0);
  if (textAt(found, 'status') !== 'success' || !enough) return { outcome: 'pending', ...told };
  return { outcome: 'settled', amount: credited, ...told };
}

/** What the history says of a payout. Not being there is no proof that it was not sent. */
export function payoutState(history: ExactJson, label: string): PayoutAnswer {
  const [found] = operationsWith(history, label, 'out');
  if (!found) return unknown('the payout is not in the history of operations');
  const operationId = textAt(found, 'operation_id');
  switch (textAt(found, 'status')) {
    case 'success':
      return {
        outcome: 'settled',
        ...(operationId ? { externalId: operationId, reference: operationId } : {}),
      };
    case 'refused':
      return refused('operation-history: refused');
    case 'in_progress':
      return { outcome: 'pending', ...(operationId ? { externalId: operationId } : {}) };
    default:
      return unknown('operation-history: an unreadable operation');
  }
}

/** What process-payment says. `requestId` is kept while it goes on: repeating the call with it pays nothing twice. */
export function processed(told: ExactJson, requestId: string, fee: string | undefined): PayoutAnswer {
  const paymentId = textAt(told, 'payment_id');
  switch (textAt(told, 'status')) {
    case 'success':
      return {
        outcome: 'settled',
        ...(paymentId ? { externalId: paymentId, reference: paymentId } : {}),
        ...(fee === undefined ? {} : { fee }),
      };
    case 'refused':
      return refused(`process-payment: ${textAt(told, 'error') ?? 'refused without a word'}`);
    case 'ext_auth_required':
      return refused('process-payment: the wallet wants a confirmation of its owner');
    case 'in_progress':
      return { outcome: 'pending', facts: { requestId, ...(fee === undefined ? {} : { fee }) } };
    default:
      return unknown('process-payment answered something unreadable');
  }
}

/** What the wallet is charged beyond the amount, or undefined where that cannot be told. */
export function feeOf(charged: string | undefined, amount: string): string | undefined {
  const [total, part] = [minorUnits(charged, 2), minorUnits(amount, 2)];
  if (total === null || part === null || BigInt(total) < BigInt(part)) return undefined;
  return fromMinorUnits(String(BigInt(total) - BigInt(part)), 2) ?? undefined;
}
