import { notDone, notTold } from '@/lib/payments/call-json';
import type { PayOut, Refund } from '@/lib/payments/contract/pay-out';
import { textAt, valueAt } from '@/lib/payments/exact-json';
import { hasApi, interkassa } from './client';
import { withdrawalAnswer } from './map';
import type { InterkassaSettings } from './settings';

const requisites = ['card', 'phone', 'purse', 'account', 'email'] as const;

/** A withdrawal in two calls: `calc` reckons and gives a key, `process` pays. */
export const interkassaPayOut: PayOut<InterkassaSettings> = {
  needs: requisites.map((name) => [name]),
  problem(destination) {
    return requisites.some((name) => destination[name]) ? null : 'card';
  },
  async send(at, { payoutId, amount, asset, destination }) {
    const { purseId, payoutMethod, payoutField } = at.settings;
    const to = destination[payoutField];
    if (at.testMode) return { outcome: 'refused', reason: 'withdrawals have no test mode' };
    if (!hasApi(at.settings) || purseId === '' || !to)
      return { outcome: 'refused', reason: 'payouts are not set up, or the requisite is missing' };
    const form = {
      amount,
      purseId,
      method: payoutMethod,
      currency: asset.toLowerCase(),
      useShortAlias: 'true',
      paymentNo: payoutId,
      [`details[${payoutField}]`]: to,
    };
    const reckoned = await interkassa(at, '/withdraw', { ...form, action: 'calc' });
    if (reckoned.kind !== 'done') return notDone(reckoned);
    const calcKey = textAt(reckoned.json, 'data.calcKey') ?? textAt(reckoned.json, 'data.result.calcKey');
    if (!calcKey) return { outcome: 'unknown', reason: 'no key in the reckoning' };
    const paid = await interkassa(at, '/withdraw', { ...form, action: 'process', calcKey });
    if (paid.kind !== 'done') return notDone(paid);
    const externalId = textAt(paid.json, 'data.id') ?? textAt(paid.json, 'data.withdraw.id');
    return externalId
      ? { outcome: 'pending', externalId }
      : { outcome: 'unknown', reason: 'the withdrawal has no id in the answer: look for it in the cabinet' };
  },
  async check(at, { externalId }) {
    if (!externalId)
      return { outcome: 'unknown', reason: 'the withdrawal is not known: look in the cabinet' };
    const found = await interkassa(at, `/withdraw/${encodeURIComponent(externalId)}`);
    return found.kind === 'done' ? withdrawalAnswer(valueAt(found.json, 'data'), externalId) : notTold(found);
  },
};

/** What comes of a refund is not told by the interface: a person looks in the cabinet. */
export const interkassaRefund: Refund<InterkassaSettings> = {
  partial: true,
  async send(at, { refundId, amount, reason, payment }) {
    if (!payment.externalId) return { outcome: 'refused', reason: 'the invoice is not known' };
    const made = await interkassa(at, '/refund', {
      id: payment.externalId,
      amount,
      description: reason,
      merchantOrderId: refundId,
    });
    if (made.kind !== 'done') return notDone(made);
    const externalId = textAt(made.json, 'data.id');
    return { outcome: 'pending', ...(externalId ? { externalId } : {}) };
  },
};
