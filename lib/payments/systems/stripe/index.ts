import { definePaymentSystem } from '@/lib/payments/contract/system';
import { asking, isOutcome } from './client';
import { availableUnits, fromStripeAmount, stripeAssets } from './map';
import { readStripeNotice } from './notice';
import { stripePayIn } from './pay-in';
import { stripeRefund } from './refund';
import { stripeSettings } from './settings';

export const stripe = definePaymentSystem({
  code: 'stripe',
  titles: { en: 'Stripe', ru: 'Stripe' },
  assets: stripeAssets,
  standing: 'service',
  settings: stripeSettings,
  payIn: stripePayIn,
  callback: { read: readStripeNotice },
  refund: stripeRefund,
  async balance(at, { asset }) {
    const found = await asking(at, (client) => client.balance.retrieve());
    if (isOutcome(found)) return found;
    const units = availableUnits(found, asset);
    const amount = units === null ? null : fromStripeAmount(units, asset);
    return amount === null
      ? { outcome: 'unknown', reason: 'no balance in the answer, or one below zero' }
      : { outcome: 'settled', amount };
  },
  async probe(at) {
    const found = await asking(at, (client) => client.balance.retrieve());
    if (isOutcome(found)) return found;
    return availableUnits(found, 'USD') === null
      ? { outcome: 'unknown', reason: 'no balance in the answer' }
      : { outcome: 'settled' };
  },
});
