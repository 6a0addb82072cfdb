import { fiatDecimals } from '@/lib/payments/asset-decimals';
import type { PayOut } from '@/lib/payments/contract/pay-out';
import { plainAmount } from '@/lib/payments/plain-amount';
import { validatorOf } from '@/lib/requisites/validators';
import { fieldsXml, volet } from './client';
import { toVoletCurrency, transferAnswer } from './map';
import type { VoletSettings } from './settings';

/** A transfer to a wallet or an e-mail inside Volet. There is no idempotency key: it is sent once. */
export const voletPayOut: PayOut<VoletSettings> = {
  needs: [['purse'], ['email']],
  problem(destination) {
    return receiverOf(destination) === null ? 'purse' : null;
  },
  async send(at, { payoutId, amount, asset, destination, description }) {
    const receiver = receiverOf(destination);
    const value = plainAmount(amount, fiatDecimals(asset));
    if (at.testMode) return { outcome: 'refused', reason: 'Volet has no test mode' };
    if (receiver === null || value === null)
      return { outcome: 'refused', reason: 'the receiver or the amount is not usable' };
    // The order of the elements is that of the service's description.
    const wish = fieldsXml({
      amount: value,
      currency: toVoletCurrency(asset),
      note: `${description} ${payoutId}`,
      savePaymentTemplate: 'false',
      ...receiver,
    });
    const sent = await volet(at, 'sendMoney', wish);
    if (sent.kind !== 'done')
      return { outcome: sent.kind === 'unknown' ? 'unknown' : 'refused', reason: sent.reason };
    return sent.text
      ? { outcome: 'pending', externalId: sent.text }
      : { outcome: 'unknown', reason: 'no transfer in the answer: look for it in Volet' };
  },
  async check(at, { amount, asset, externalId }) {
    if (!externalId) return { outcome: 'unknown', reason: 'the transfer is not known: look for it in Volet' };
    const found = await volet(at, 'findTransaction', escapedId(externalId));
    return found.kind === 'done'
      ? transferAnswer(found.value, { externalId, amount, asset })
      : { outcome: 'unknown', reason: found.reason };
  },
};

/** A wallet's number, or an e-mail; either may stand in the requisite `purse`. */
function receiverOf({
  purse,
  email,
}: Record<string, string>): { walletId: string } | { email: string } | null {
  const text = purse || email || '';
  if (/^[A-Z]\d{12}$/.test(text)) return { walletId: text };
  return validatorOf('email').normalise(text, {}).ok ? { email: text } : null;
}

/** Ids are letters, figures and hyphens; anything else is nobody's. */
function escapedId(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, '');
}
