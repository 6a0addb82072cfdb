import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { textAt } from '@/lib/payments/exact-json';
import { fromMinorUnits } from '@/lib/payments/plain-amount';
import type { GatewayAnswer } from './client';
import { assetOf } from './settings';

/** Nobody has registered an order under that number. */
export const notFound = '6';

const attempts = ['', '-2', '-3'];

/** Numbers under which a payment may be registered: the next one where the answer to the one before was lost. */
export function orderNumbers(paymentId: string): string[] {
  return attempts.map((attempt) => `${paymentId}${attempt}`);
}

/** Our payment of an order's number. */
export function paymentOf(orderNumber: string): string {
  return orderNumber.replace(/-[23]$/, '');
}

/** What getOrderStatusExtended says of the order with that number. */
export function orderState({ code, reason, told }: GatewayAnswer, orderNumber: string): PaymentAnswer {
  if (code === notFound) return { outcome: 'pending' };
  if (code !== '0') return unknown(reason);
  if (textAt(told, 'orderNumber') !== orderNumber) return unknown('the gateway answered about another order');
  const mdOrder = (Array.isArray(told.attributes) ? told.attributes : []).find(
    (one) => textAt(one, 'name') === 'mdOrder',
  );
  const externalId = textAt(mdOrder, 'value');
  const known = externalId ? { externalId, facts: { mdOrder: externalId } } : {};
  const status = textAt(told, 'orderStatus');
  switch (status) {
    case '0':
    case '1':
    case '5':
    case '7':
      return { outcome: 'pending', ...known };
    case '3':
    case '4':
    case '6':
      return refused(`order status ${status}: ${textAt(told, 'actionCodeDescription') ?? ''}`);
    default:
  }
  const amount = fromMinorUnits(textAt(told, 'amount'), 2);
  const asset = assetOf(textAt(told, 'currency'));
  if (status !== '2' || amount === null || asset === null)
    return unknown(`order status ${status ?? 'missing'}`);
  return { outcome: 'settled', amount, asset, ...known };
}
