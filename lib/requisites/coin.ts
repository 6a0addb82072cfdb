import { coinNetwork } from './coin-networks';
import { accepted, refused, type Validator } from './validator';

/** Address of a coin on the main network of `params.network`, checksum included. */
export const coin: Validator = {
  code: 'coin',
  normalise(input, { network }) {
    if (network === undefined) throw new Error('A coin field without its network');
    const rules = coinNetwork(network);
    // An address copied from a payment link comes as `bitcoin:bc1…?amount=…`; the amount in it is not ours.
    const bare = input.replace(/\?.*$/, '');
    const address = bare.startsWith(`${network}:`) ? bare.slice(network.length + 1) : bare;
    if (rules.valid(address)) return accepted(address, address, 'tail');
    if (rules.testnet?.test(input)) return refused('coinTestnet');
    return refused('coinAddress', { network: rules.title });
  },
};

/** Tag, memo or comment that an exchange gives beside its address; without it the money is lost there. */
export const memo: Validator = {
  code: 'memo',
  normalise(input, { network }) {
    const kind = network === undefined ? 'text120' : (coinNetwork(network).memo ?? 'text120');
    if (kind === 'uint32') {
      const isTag = /^[0-9]{1,10}$/.test(input) && Number(input) <= 0xffffffff;
      if (!isTag) return refused('memoDigits', { max: '4294967295' });
      return accepted(String(Number(input)), String(Number(input)), 'whole');
    }
    if (kind === 'bytes28' && Buffer.byteLength(input) > 28) return refused('tooLong', { max: '28' });
    if ([...input].length > 120) return refused('tooLong', { max: '120' });
    return accepted(input, input, 'whole');
  },
};
