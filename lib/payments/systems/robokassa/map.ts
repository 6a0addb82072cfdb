import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { plainAmount } from '@/lib/payments/plain-amount';
import { parseXml, xmlText } from '@/lib/payments/xml';

const resultWords: Record<string, string> = {
  '1': 'bad signature',
  '2': 'shop not found',
  '4': 'two operations with this number',
  '1000': 'internal error',
};

const refusals: Record<string, string> = {
  '10': 'canceled or not paid in time',
  '60': 'returned to the payer, it could not be credited',
};

/** Code of the result in an answer of OpStateExt, or null where it is no such answer. */
export function resultCode(xml: string): string | null {
  return xmlText(parseXml(xml), 'OperationStateResponse', 'Result', 'Code') ?? null;
}

/** Words for staff to a result's code. */
export function resultReason(code: string): string {
  return `OpStateExt ${code}: ${resultWords[code] ?? 'unknown code'}`;
}

/** What OpStateExt says of a payment. `asset` is the shop's currency. */
export function paymentState(xml: string, asset: string): PaymentAnswer {
  const document = parseXml(xml);
  const text = (...path: string[]) => xmlText(document, 'OperationStateResponse', ...path);
  const code = text('Result', 'Code');
  if (code === undefined) return unknown('OpStateExt answered something unreadable');
  // The payer has not come to the page yet.
  if (code === '3') return { outcome: 'pending' };
  if (code !== '0') return unknown(resultReason(code));
  const state = text('State', 'Code') ?? '';
  const facts = { ...named('opKey', text('Info', 'OpKey')), ...named('via', text('Info', 'IncCurrLabel')) };
  const refusal = refusals[state];
  if (refusal) return refused(`state ${state}: ${refusal}`);
  if (['5', '20', '50', '80'].includes(state)) return { outcome: 'pending', facts };
  const amount = plainAmount(text('Info', 'OutSum'), 2);
  if (state !== '100' || amount === null) return unknown(`OpStateExt: state ${state || 'missing'}`);
  return { outcome: 'settled', amount, asset, facts };
}

/** What GetState of the refund service says. */
export function refundState(answer: Record<string, unknown> | null, requestId: string): PayoutAnswer {
  const label = answer?.requestId === requestId ? answer.label : undefined;
  switch (label) {
    case 'finished':
      return { outcome: 'settled', externalId: requestId, reference: requestId };
    case 'processing':
      return { outcome: 'pending', externalId: requestId };
    case 'canceled':
      return refused('the refund was canceled');
    default:
      return unknown('the state of the refund cannot be read');
  }
}

export function named(name: string, value: string | undefined): Record<string, string> {
  return value ? { [name]: value.slice(0, 200) } : {};
}
