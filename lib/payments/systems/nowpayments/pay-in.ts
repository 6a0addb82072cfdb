import { coinDecimals } from '@/lib/payments/asset-decimals';
import { nameOfAsset } from '@/lib/payments/asset-map';
import { notDone, notTold } from '@/lib/payments/call-json';
import { coinStep } from '@/lib/payments/coin-step';
import type { PayIn } from '@/lib/payments/contract/pay-in';
import { decimalsOf } from '@/lib/payments/cut-amount';
import { textAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';
import { jsonWithNumbers, nowpayments } from './client';
import { nowpaymentsNetworks, paymentAnswer } from './map';
import type { NowpaymentsSettings } from './settings';

/** No order lives longer, where its end was not remembered. */
const longestMs = 86_400_000;

/** A payment in the coin itself: the payer is shown an address on the order's own page. */
export const nowpaymentsPayIn: PayIn<NowpaymentsSettings> = {
  amount: 'open',
  async start(at, { paymentId, amount, asset, description, callbackUrl, expiresAt }) {
    const currency = nameOfAsset(at.settings.currencies, asset);
    if (currency === null) return { outcome: 'refused', reason: `no currency is named for ${asset}` };
    const body = jsonWithNumbers(
      {
        price_currency: currency,
        pay_currency: currency,
        ipn_callback_url: callbackUrl,
        order_id: paymentId,
        order_description: description,
      },
      { price_amount: amount },
    );
    const made = await nowpayments(at, 'POST', '/payment', { body });
    if (made.kind !== 'done') return notDone(made);
    const [externalId, address] = [textAt(made.json, 'payment_id'), textAt(made.json, 'pay_address')];
    const asked = plainAmount(textAt(made.json, 'pay_amount'), coinDecimals);
    const memo = textAt(made.json, 'payin_extra_id');
    const isOurs =
      textAt(made.json, 'order_id') === paymentId &&
      textAt(made.json, 'pay_currency')?.toLowerCase() === currency.toLowerCase();
    if (!externalId || !address || asked === null || !isOurs)
      return { outcome: 'unknown', reason: 'the payment in the answer is not the one that was asked for' };
    const network = nowpaymentsNetworks[currency.toLowerCase()];
    const isSame = asked === plainAmount(amount, coinDecimals);
    return {
      outcome: 'started',
      // The same number is shown as the order writes it.
      step: coinStep({
        address,
        amount: isSame ? amount : asked,
        network,
        ...(memo === undefined ? {} : { memo }),
      }),
      externalId,
      facts: { expires_at: expiresAt.toISOString() },
    };
  },
  async check(at, { paymentId, amount, externalId, facts, startedAt }) {
    if (!externalId) return { outcome: 'unknown', reason: 'the payment was never made' };
    const found = await nowpayments(at, 'GET', `/payment/${encodeURIComponent(externalId)}`);
    if (found.kind !== 'done') return notTold(found);
    const end = facts.expires_at ? Date.parse(facts.expires_at) : startedAt.getTime() + longestMs;
    const answer = paymentAnswer(found.json, at.settings.currencies, {
      decimals: decimalsOf(amount),
      isOver: at.now().getTime() > end,
    });
    if (typeof answer === 'string' || textAt(found.json, 'order_id') !== paymentId)
      return { outcome: 'unknown', reason: 'the payment in the answer is not the one that was asked about' };
    return answer;
  },
};
