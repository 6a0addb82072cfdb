import { nameOfAsset } from '@/lib/payments/asset-map';
import { type Called, notDone, notTold } from '@/lib/payments/call-json';
import { coinDestinationProblem, fitsNetwork } from '@/lib/payments/coin-destination';
import type { At } from '@/lib/payments/contract/at';
import type { PayOut, PayoutToSend } from '@/lib/payments/contract/pay-out';
import { type ExactJson, listAt, textAt } from '@/lib/payments/exact-json';
import { jsonWithNumbers, nowpayments } from './client';
import { nowpaymentsNetworks, withdrawalAnswer } from './map';
import type { NowpaymentsSettings } from './settings';
import { totpCode } from './totp';

/** A batch of one withdrawal. It moves no money before a code of the second factor was given. */
export const nowpaymentsPayOut: PayOut<NowpaymentsSettings> = {
  needs: [['address']],
  problem: coinDestinationProblem,
  async send(at, payout) {
    const { payoutEmail, payoutPassword, totpSecret } = at.settings;
    if (payoutEmail === '' || payoutPassword === '')
      return { outcome: 'refused', reason: 'payouts are not set up: the account is missing' };
    const body = batchOf(at, payout);
    if (body === null) return { outcome: 'refused', reason: 'the currency or the address is not usable' };
    const token = await signIn(at);
    if (typeof token !== 'string') return notDone(token);
    const made = await nowpayments(at, 'POST', '/payout', { body, token });
    if (made.kind !== 'done') return notDone(made);
    const batchId = textAt(made.json, 'id');
    if (!batchId) return { outcome: 'unknown', reason: 'no batch in the answer' };
    // Whatever comes of the code, the batch is made: it waits, and a person can confirm it in the dashboard.
    const confirmed = totpSecret === '' ? 'by hand' : await confirm(at, batchId, token);
    return { outcome: 'pending', externalId: batchId, facts: { confirmed } };
  },
  async check(at, { payoutId, externalId, hinted = false }) {
    if (!externalId)
      return {
        outcome: 'unknown',
        reason: 'the batch is not known: look for it in the dashboard of NOWPayments',
      };
    const found = await nowpayments(at, 'GET', `/payout/${encodeURIComponent(externalId)}`);
    if (found.kind !== 'done') return notTold(found);
    return withdrawalAnswer(withdrawalOf(found.json, payoutId, hinted), externalId);
  },
};

/** Null where nothing may be sent. The amount goes as a number, digit for digit. */
function batchOf(at: At<NowpaymentsSettings>, payout: PayoutToSend): string | null {
  const { payoutId, amount, asset, destination, callbackUrl, description } = payout;
  const currency = nameOfAsset(at.settings.currencies, asset);
  const { address, memo } = destination;
  if (currency === null || !address) return null;
  const network = nowpaymentsNetworks[currency.toLowerCase()];
  if (network && !fitsNetwork(network, address, at.testMode)) return null;
  const withdrawal = jsonWithNumbers(
    {
      address,
      currency,
      unique_external_id: payoutId,
      ipn_callback_url: callbackUrl,
      ...(memo ? { extra_id: memo } : {}),
    },
    { amount },
  );
  const head = JSON.stringify({ ipn_callback_url: callbackUrl, payout_description: description });
  return `${head.slice(0, -1)},"withdrawals":[${withdrawal}]}`;
}

async function signIn(at: At<NowpaymentsSettings>): Promise<string | Exclude<Called, { kind: 'done' }>> {
  const { payoutEmail: email, payoutPassword: password } = at.settings;
  const found = await nowpayments(at, 'POST', '/auth', { body: JSON.stringify({ email, password }) });
  if (found.kind !== 'done') return found;
  return textAt(found.json, 'token') ?? { kind: 'unknown', reason: 'no token in the answer' };
}

async function confirm(at: At<NowpaymentsSettings>, batchId: string, token: string): Promise<string> {
  const body = JSON.stringify({ verification_code: totpCode(at.settings.totpSecret, at.now()) });
  const path = `/payout/${encodeURIComponent(batchId)}/verify`;
  const given = await nowpayments(at, 'POST', path, { body, token });
  return given.kind === 'done' ? 'by code' : 'by hand';
}

/** Ours within the batch; a batch of one that names no ids of ours is it, unless a notice has led there. */
function withdrawalOf(batch: ExactJson, payoutId: string, hinted: boolean): ExactJson | undefined {
  const all = listAt(batch, Array.isArray(batch) ? '' : 'withdrawals');
  const ours = all.find((one) => textAt(one, 'unique_external_id') === payoutId);
  if (ours || hinted) return ours;
  return all.length === 1 && textAt(all[0], 'unique_external_id') === undefined ? all[0] : undefined;
}
