import { validate } from 'multicoin-address-validator';

/** Whether an address of the main network has its checksum, by the coins the library is right about. */
export function knownAddress(
  address: string,
  coin: 'btc' | 'ltc' | 'doge' | 'dash' | 'zec' | 'eth' | 'trx' | 'xrp' | 'xlm' | 'xmr' | 'ada',
): boolean {
  try {
    return validate(address, coin, { networkType: 'prod' });
  } catch {
    // Some decoders throw at foreign characters instead of answering.
    return false;
  }
}
