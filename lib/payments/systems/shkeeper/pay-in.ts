import { coinDecimals } from '@/lib/payments/asset-decimals';
import { nameOfAsset } from '@/lib/payments/asset-map';
import { notDone, notTold } from '@/lib/payments/call-json';
import { coinStep } from '@/lib/payments/coin-step';
import type { PayIn } from '@/lib/payments/contract/pay-in';
import { cutAmount } from '@/lib/payments/cut-amount';
import { listAt, textAt } from '@/lib/payments/exact-json';
import { fromMinorUnits, minorUnits } from '@/lib/payments/plain-amount';
import { shkeeper } from './client';
import { invoiceAnswer, shkeeperNetworks } from './map';
import type { ShkeeperSettings } from './settings';

/** An invoice in fiat, as the server wants it, paid by the coins that the order names: the payer is shown an address. */
export const shkeeperPayIn: PayIn<ShkeeperSettings> = {
  amount: 'open',
  async start(at, { paymentId, amount, asset, callbackUrl, expiresAt }) {
    const { currencies, fiat } = at.settings;
    const coin = nameOfAsset(currencies, asset);
    if (coin === null) return { outcome: 'refused', reason: `no coin is named for ${asset}` };
    const quote = await shkeeper(at, 'POST', `/${coin}/quote`, { json: { fiat, amount: '100.00' } });
    if (quote.kind !== 'done') return notDone(quote);
    const price = fiatAmount(amount, textAt(quote.json, 'exchange_rate'));
    if (price === null) return { outcome: 'unknown', reason: 'no rate in the answer' };
    // The same external id and callback address are the same invoice, however often this is called.
    const wish = { external_id: paymentId, fiat, amount: price, callback_url: callbackUrl };
    const made = await shkeeper(at, 'POST', `/${coin}/payment_request`, { json: wish });
    if (made.kind !== 'done') return notDone(made);
    const address = textAt(made.json, 'wallet');
    if (textAt(made.json, 'status') !== 'success' || !address)
      return { outcome: 'unknown', reason: 'no invoice in the answer' };
    return {
      outcome: 'started',
      step: coinStep({ address, amount, network: shkeeperNetworks[coin] }),
      externalId: address,
      facts: { expires_at: expiresAt.toISOString() },
    };
  },
  async check(at, { paymentId, amount, asset, externalId, facts }) {
    const coin = nameOfAsset(at.settings.currencies, asset);
    if (coin === null || !externalId) return { outcome: 'unknown', reason: 'the invoice was never made' };
    const found = await shkeeper(at, 'GET', `/invoices/${encodeURIComponent(paymentId)}`);
    if (found.kind !== 'done') return notTold(found);
    const invoices = listAt(found.json, 'invoices').filter((one) => textAt(one, 'external_id') === paymentId);
    const [invoice] = invoices;
    if (invoice === undefined || invoices.length > 1)
      return { outcome: 'unknown', reason: `the server has ${invoices.length} such invoices` };
    const expiresAt = Date.parse(facts.expires_at ?? '');
    return invoiceAnswer(invoice, {
      coin,
      asset,
      amount,
      externalId,
      isOver: at.now().getTime() > expiresAt,
    });
  },
};

/**
 * What so many coins cost, in cents and rounded up. Only the server's own words (PARTIAL, PAID) hang on it: the office
 * counts coins.
 */
function fiatAmount(coins: string, rate: string | undefined): string | null {
  const [units, price] = [minorUnits(coins, coinDecimals), minorUnits(cutAmount(rate), coinDecimals)];
  if (!units || !price || price === '0') return null;
  const cents = (BigInt(units) * BigInt(price) + 10n ** 14n - 1n) / 10n ** 14n;
  return fromMinorUnits(cents.toString(), 2);
}
