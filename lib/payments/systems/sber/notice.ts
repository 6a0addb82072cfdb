import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { requestFields } from '@/lib/payments/form-fields';
import { fromMinorUnits } from '@/lib/payments/plain-amount';
import { paymentOf } from './map';
import type { SberSettings } from './settings';
import { checksumMatches } from './signature';

/**
 * Reads a notice, by GET or POST. One that tells of money is a hint with a right checksum: it need not tell the amount
 * and never tells the currency, and the gateway wants to be asked.
 */
export function readNotice({ settings }: At<SberSettings>, request: RawRequest): CallbackReading {
  const fields = request.method === 'GET' || request.method === 'POST' ? requestFields(request) : null;
  const mdOrder = fields?.get('mdOrder');
  const operation = fields?.get('operation');
  if (!fields || !mdOrder || !operation) return refusedNotice('malformed');
  if (!fields.get('checksum')) return refusedNotice('no_signature');
  if (!checksumMatches(fields, settings)) return refusedNotice('bad_signature');
  const told = fields.get('amount');
  const amount = told === undefined ? undefined : fromMinorUnits(told, 2);
  if (amount === null) return refusedNotice('malformed');
  const status = fields.get('status') ?? '';
  const answer = answerOf({ operation, status, amount, asset: settings.asset, mdOrder });
  const orderNumber = fields.get('orderNumber');
  return {
    verdict: 'accepted',
    event: answer && {
      about: 'payment',
      by: orderNumber ? { paymentId: paymentOf(orderNumber) } : { externalId: mdOrder },
      answer,
      trust: operation === 'deposited' ? 'hint' : 'signed',
      eventKey: `${mdOrder}:${operation}:${status}`,
    },
    answer: plainAnswer('OK'),
    refusal: notBelieved,
  };
}

function answerOf(notice: {
  operation: string;
  status: string;
  amount: string | undefined;
  asset: string;
  mdOrder: string;
}): PaymentAnswer | null {
  const { operation, status, amount, asset, mdOrder } = notice;
  const known = { externalId: mdOrder, facts: { mdOrder } };
  if (operation === 'deposited' && status === '1')
    return amount === undefined
      ? { outcome: 'pending', ...known }
      : { outcome: 'settled', amount, asset, ...known };
  if (operation === 'declinedByTimeout') return { outcome: 'refused', reason: 'declined: the time was over' };
  // Held, or an attempt that failed: the payer may try again.
  if (operation === 'approved' || operation === 'deposited') return { outcome: 'pending', ...known };
  return null;
}
