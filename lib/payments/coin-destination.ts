import { type CoinNetwork, coinNetwork, coinNetworkCodes } from '@/lib/requisites/coin-networks';

/**
 * `address` where a payout in coins has none, or one that no network knows; null where it can be tried. Which network
 * the payout goes by is known only with the connection: `fitsNetwork` asks again before anything is sent.
 */
export function coinDestinationProblem({ address }: Record<string, string>): string | null {
  return address && coinNetworkCodes.some((code) => fitsNetwork(code, address, true)) ? null : 'address';
}

/** Whether it is an address of that network; of its test network too in a trial. */
export function fitsNetwork(code: CoinNetwork, address: string, testMode: boolean): boolean {
  const { valid, testnet } = coinNetwork(code);
  return valid(address) || (testMode && testnet?.test(address) === true);
}
