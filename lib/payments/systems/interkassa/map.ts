import { fiatDecimals } from '@/lib/payments/asset-decimals';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { type ExactJson, textAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';

export const testPayway = 'test_interkassa_test_xts';

export const interkassaAssets: readonly string[] =
  'UAH RUB USD EUR KZT BYN PLN GBP UZS AZN GEL AMD KGS TRY'.split(' ');

/** Old names of the rouble are ours of today. */
export function assetOfIk(currency: string | undefined): string {
  return currency === 'RUR' ? 'RUB' : (currency ?? '');
}

/** What an invoice in that state, of that amount, says. The full list of states is not confirmed. */
export function stateAnswer(
  state: string | undefined,
  told: { amount: string; asset: string; externalId: string; credited?: string },
): PaymentAnswer {
  switch (state) {
    case 'success':
      return { outcome: 'settled', ...told };
    case 'new':
    case 'process':
    case 'waitAccept':
      return { outcome: 'pending', externalId: told.externalId };
    case 'fail':
    case 'canceled':
      return { outcome: 'refused', reason: `the invoice is ${state}` };
    default:
      return { outcome: 'unknown', reason: `an invoice in the state ${state ?? 'none'}` };
  }
}

/** Null: not understood. What is to be credited is left out where it has more decimals than the currency. */
export function noticeAnswer(fields: Map<string, string>): PaymentAnswer | null {
  const asset = assetOfIk(fields.get('ik_cur'));
  const decimals = fiatDecimals(asset);
  const amount = plainAmount(fields.get('ik_am'), decimals);
  const externalId = fields.get('ik_inv_id');
  if (!externalId || amount === null || asset === '') return null;
  const credited = plainAmount(fields.get('ik_co_rfn'), decimals);
  const isCredited = credited !== null && /[1-9]/.test(credited);
  return stateAnswer(fields.get('ik_inv_st'), {
    amount,
    asset,
    externalId,
    ...(isCredited ? { credited } : {}),
  });
}

/**
 * What `GET /co-invoice` says. Names of its fields are not confirmed: all of them must be there, and be ours, or nothing
 * is believed.
 */
export function invoiceAnswer(
  data: ExactJson | undefined,
  paymentId: string,
  checkoutId: string,
): PaymentAnswer {
  const externalId = textAt(data, 'id');
  const asset = assetOfIk(textAt(data, 'currencyCode'));
  const amount = plainAmount(textAt(data, 'coAmount'), fiatDecimals(asset));
  const isOurs =
    textAt(data, 'paymentNo') === paymentId &&
    (textAt(data, 'coId') ?? textAt(data, 'checkoutId'))?.toLowerCase() === checkoutId.toLowerCase();
  if (!externalId || !asset || amount === null || !isOurs)
    return { outcome: 'unknown', reason: 'the invoice in the answer is not the one that was asked about' };
  return stateAnswer(textAt(data, 'stateName'), { amount, asset, externalId });
}

/** What a withdrawal says; its states are those of invoices, as far as known. */
export function withdrawalAnswer(data: ExactJson | undefined, externalId: string): PayoutAnswer {
  const state = textAt(data, 'stateName');
  switch (state) {
    case 'success':
      return { outcome: 'settled', externalId, reference: externalId };
    case 'new':
    case 'process':
    case 'waitAccept':
      return { outcome: 'pending', externalId };
    case 'fail':
    case 'canceled':
      return { outcome: 'refused', reason: `the withdrawal is ${state}` };
    default:
      return { outcome: 'unknown', reason: `a withdrawal in the state ${state ?? 'none'}` };
  }
}
