import type { StartStep } from '@/lib/payments/contract/pay-in';
import { type CoinNetwork, coinNetwork } from '@/lib/requisites/coin-networks';
import { paymentUri } from '@/lib/requisites/payment-codes';

/**
 * Lines to pay a coin by, with its code. A code that cannot carry the memo would lose the money on the way: then there
 * is none.
 */
export function coinStep({
  address,
  amount,
  memo,
  network,
}: {
  address: string;
  amount: string;
  memo?: string;
  network: CoinNetwork | undefined;
}): StartStep {
  const qr = memo === undefined && network ? paymentUri({ network, address, amount }) : null;
  return {
    kind: 'instructions',
    lines: [
      { key: 'address', value: address },
      ...(memo === undefined ? [] : [{ key: 'memo' as const, value: memo }]),
      { key: 'amount', value: amount },
      ...(network ? [{ key: 'network' as const, value: coinNetwork(network).title }] : []),
    ],
    ...(qr === null ? {} : { qr }),
  };
}
