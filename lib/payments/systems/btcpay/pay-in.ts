import { nameOfAsset } from '@/lib/payments/asset-map';
import { notDone, notTold } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import type { PayIn, PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { decimalsOf } from '@/lib/payments/cut-amount';
import { type ExactJson, listAt, textAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { greenfield, inStore } from './client';
import { invoiceAnswer } from './map';
import type { BtcpaySettings } from './settings';

/** An invoice in the coin itself: the payer goes to its checkout page. */
export const btcpayPayIn: PayIn<BtcpaySettings> = {
  amount: 'open',
  async start(at, payment) {
    const methodId = nameOfAsset(at.settings.paymentMethods, payment.asset);
    if (methodId === null)
      return { outcome: 'refused', reason: `no way to pay is named for ${payment.asset}` };
    // There is no idempotency key: what was made before is looked for by the payment's id.
    const known = await inStore(
      at,
      'GET',
      `/invoices?orderId=${encodeURIComponent(payment.paymentId)}&take=10`,
    );
    if (known.kind !== 'done') return notDone(known);
    if (!Array.isArray(known.json))
      return { outcome: 'unknown', reason: 'no list of invoices in the answer' };
    const before = listAt(known.json, '').find(
      (one) => textAt(one, 'metadata.orderId') === payment.paymentId,
    );
    if (before !== undefined) return started(before);
    const made = await inStore(at, 'POST', '/invoices', wish(at, payment, methodId));
    return made.kind === 'done' ? started(made.json) : notDone(made);
  },
  async check(at, { externalId, amount, asset }) {
    const methodId = nameOfAsset(at.settings.paymentMethods, asset);
    if (!externalId || methodId === null) return { outcome: 'unknown', reason: 'the invoice was never made' };
    const path = `/invoices/${encodeURIComponent(externalId)}`;
    const invoice = await inStore(at, 'GET', path);
    if (invoice.kind !== 'done') return notTold(invoice);
    let methods = await inStore(at, 'GET', `${path}/payment-methods`);
    // The newest servers know it only outside of the store.
    if (methods.kind === 'refused' && methods.status === 404)
      methods = await greenfield(at, 'GET', `${path}/payment-methods`);
    if (methods.kind !== 'done') return notTold(methods);
    return invoiceAnswer(invoice.json, methods.json, asset, methodId, decimalsOf(amount));
  },
};

function wish(at: At<BtcpaySettings>, payment: PaymentToMake, methodId: string) {
  const minutes = Math.floor((payment.expiresAt.getTime() - at.now().getTime()) / 60_000);
  return {
    amount: payment.amount,
    currency: payment.asset,
    metadata: { orderId: payment.paymentId, itemDesc: payment.description },
    checkout: {
      speedPolicy: at.settings.speedPolicy,
      paymentMethods: [methodId],
      defaultPaymentMethod: methodId,
      expirationMinutes: Math.max(1, minutes),
      redirectURL: payment.returnUrl,
      redirectAutomatically: true,
      defaultLanguage: payment.locale,
    },
  };
}

function started(invoice: ExactJson): StartAnswer {
  const [externalId, link] = [textAt(invoice, 'id'), textAt(invoice, 'checkoutLink')];
  if (!externalId || !link || !/^https?:\/\//.test(link) || !URL.canParse(link))
    return { outcome: 'unknown', reason: 'no invoice in the answer' };
  return { outcome: 'started', step: { kind: 'redirect', url: pageUrl(link) }, externalId };
}
