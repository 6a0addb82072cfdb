import { nameOfAsset } from '@/lib/payments/asset-map';
import { notDone, notTold } from '@/lib/payments/call-json';
import { coinDestinationProblem, fitsNetwork } from '@/lib/payments/coin-destination';
import type { PayOut } from '@/lib/payments/contract/pay-out';
import { listAt, textAt } from '@/lib/payments/exact-json';
import type { CoinNetwork } from '@/lib/requisites/coin-networks';
import { greenfield, inStore } from './client';
import { payoutAnswer } from './map';
import type { BtcpaySettings } from './settings';

const networks: Record<string, CoinNetwork> = {
  BTC: 'bitcoin',
  LTC: 'litecoin',
  DOGE: 'dogecoin',
  DASH: 'dash',
  ZEC: 'zcash',
  XMR: 'monero',
};

/** A payout of the store, approved at once; a payout processor of the store (or a person) pays it. */
export const btcpayPayOut: PayOut<BtcpaySettings> = {
  needs: [['address']],
  problem: coinDestinationProblem,
  async send(at, { payoutId, amount, asset, destination, description }) {
    const methodId = nameOfAsset(at.settings.paymentMethods, asset);
    if (methodId === null) return { outcome: 'refused', reason: `no way to pay is named for ${asset}` };
    const { address = '' } = destination;
    const network = networks[asset];
    if (address === '' || (network && !fitsNetwork(network, address, at.testMode)))
      return { outcome: 'refused', reason: `the address is none of ${asset}` };
    const made = await inStore(at, 'POST', '/payouts', {
      destination: address,
      amount,
      payoutMethodId: methodId,
      approved: true,
      metadata: { payoutId, source: description },
    });
    return made.kind === 'done' ? payoutAnswer(made.json) : notDone(made);
  },
  async check(at, { payoutId, externalId }) {
    if (externalId) {
      const found = await greenfield(at, 'GET', `/payouts/${encodeURIComponent(externalId)}`);
      if (found.kind === 'done') return payoutAnswer(found.json);
      if (found.kind !== 'refused' || found.status !== 404) return notTold(found);
    }
    // Servers before version 2, and payouts whose making was not answered: looked for by our own id.
    const listed = await inStore(at, 'GET', '/payouts?includeCancelled=true');
    if (listed.kind !== 'done') return notTold(listed);
    const ours = listAt(listed.json, '').find((one) => textAt(one, 'metadata.payoutId') === payoutId);
    return ours === undefined
      ? { outcome: 'unknown', reason: 'the store has no such payout' }
      : payoutAnswer(ours);
  },
};
