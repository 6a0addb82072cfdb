import { nameOfAsset } from '@/lib/payments/asset-map';
import { notDone, notTold } from '@/lib/payments/call-json';
import { coinDestinationProblem, fitsNetwork } from '@/lib/payments/coin-destination';
import type { PayOut } from '@/lib/payments/contract/pay-out';
import { textAt } from '@/lib/payments/exact-json';
import { shkeeper } from './client';
import { recordAnswer, shkeeperNetworks, taskAnswer } from './map';
import type { ShkeeperSettings } from './settings';

/** A task of the server, whose outcome is asked for, or told by a signed notice. */
export const shkeeperPayOut: PayOut<ShkeeperSettings> = {
  needs: [['address']],
  problem(destination) {
    // The server has no field for a memo.
    return destination.memo ? 'memo' : coinDestinationProblem(destination);
  },
  async send(at, { payoutId, amount, asset, destination, callbackUrl }) {
    const { username, password, currencies, payoutFee } = at.settings;
    const coin = nameOfAsset(currencies, asset);
    const { address } = destination;
    if (username === '' || password === '')
      return { outcome: 'refused', reason: 'payouts are not set up: name and password are missing' };
    const network = coin === null ? undefined : shkeeperNetworks[coin];
    if (coin === null || !address || (network && !fitsNetwork(network, address, at.testMode)))
      return { outcome: 'refused', reason: `no coin is named for ${asset}, or the address is none of it` };
    const made = await shkeeper(at, 'POST', `/${coin}/payout`, {
      signIn: true,
      json: {
        amount,
        destination: address,
        fee: payoutFee,
        callback_url: callbackUrl,
        external_id: payoutId,
      },
    });
    if (made.kind !== 'done') return notDone(made);
    const taskId = textAt(made.json, 'task_id');
    if (taskId) return { outcome: 'pending', externalId: taskId };
    // Coins without tasks answer with the transaction, and our id is known to the server all the same.
    return textAt(made.json, 'external_id') === payoutId
      ? { outcome: 'pending' }
      : { outcome: 'unknown', reason: 'no task in the answer' };
  },
  async check(at, { payoutId, asset, externalId }) {
    const coin = nameOfAsset(at.settings.currencies, asset);
    if (coin === null) return { outcome: 'unknown', reason: `no coin is named for ${asset}` };
    if (externalId) {
      const path = `/${coin}/task/${encodeURIComponent(externalId)}`;
      const task = await shkeeper(at, 'GET', path, { signIn: true });
      return task.kind === 'done' ? taskAnswer(task.json, externalId) : notTold(task);
    }
    const path = `/${coin}/payout/status?external_id=${encodeURIComponent(payoutId)}`;
    const record = await shkeeper(at, 'GET', path);
    if (record.kind !== 'done') return notTold(record);
    return textAt(record.json, 'external_id') === payoutId
      ? recordAnswer(record.json)
      : { outcome: 'unknown', reason: 'the payout in the answer is another one' };
  },
};
