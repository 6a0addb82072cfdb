import { base58Bytes, isCashAddr, isTonAddress } from './coin-checksum';
import { knownAddress } from './known-address';

/** What an address must satisfy on its main network, how a test address looks, and whether a tag goes with it. */
type Network = {
  title: string;
  valid: (address: string) => boolean;
  testnet?: RegExp;
  memo?: 'uint32' | 'bytes28' | 'text120';
};

/** Test addresses by their first characters, of the usual 26 to 35: told apart from mere typos. */
function testnetOf(first: string, prefixes = ''): RegExp {
  const base58 = `[${first}][1-9A-HJ-NP-Za-km-z]{25,34}`;
  return new RegExp(prefixes === '' ? `^${base58}$` : `^(?:${base58}$|(?:${prefixes})[a-zA-Z0-9]{20,})`);
}

/** Networks whose addresses we can prove; the key is stored in the configuration of a field. */
export const coinNetworks = {
  bitcoin: {
    title: 'Bitcoin',
    valid: (a) => spendableSegwit(a) && knownAddress(a, 'btc'),
    testnet: testnetOf('mn2', 'tb1|bcrt1|TB1|BCRT1'),
  },
  litecoin: {
    title: 'Litecoin',
    valid: (a) => spendableSegwit(a) && knownAddress(a, 'ltc'),
    testnet: testnetOf('mn2Q', 'tltc1|rltc1'),
  },
  dogecoin: { title: 'Dogecoin', valid: (a) => knownAddress(a, 'doge'), testnet: testnetOf('n2') },
  dash: { title: 'Dash', valid: (a) => knownAddress(a, 'dash'), testnet: testnetOf('y8') },
  zcash: {
    title: 'Zcash',
    valid: (a) => /^t[13]/.test(a) && knownAddress(a, 'zec'),
    testnet: /^t[m2][1-9A-HJ-NP-Za-km-z]{33}$/,
  },
  'bitcoin-cash': {
    title: 'Bitcoin Cash',
    valid: bitcoinCash,
    testnet: testnetOf('mn2', 'bchtest:|bchreg:'),
  },
  ethereum: { title: 'Ethereum (ERC-20)', valid: evm },
  bsc: { title: 'BNB Smart Chain (BEP-20)', valid: evm },
  polygon: { title: 'Polygon', valid: evm },
  arbitrum: { title: 'Arbitrum', valid: evm },
  tron: { title: 'TRON (TRC-20)', valid: (a) => knownAddress(a, 'trx') },
  ripple: { title: 'XRP Ledger', valid: xrp, testnet: /^T[1-9A-HJ-NP-Za-km-z]{46}$/, memo: 'uint32' },
  stellar: { title: 'Stellar', valid: (a) => knownAddress(a, 'xlm'), memo: 'bytes28' },
  ton: {
    title: 'TON',
    valid: (a) => isTonAddress(a, 'main'),
    testnet: /^[k0][A-Za-z0-9+/_-]{47}$/,
    memo: 'text120',
  },
  monero: {
    title: 'Monero',
    valid: (a) => knownAddress(a, 'xmr'),
    testnet: /^[579AB][1-9A-HJ-NP-Za-km-z]{94,105}$/,
  },
  solana: { title: 'Solana', valid: solana },
  cardano: {
    title: 'Cardano',
    valid: (a) => /^addr1/.test(a) && knownAddress(a, 'ada'),
    testnet: /^addr_test1/,
  },
} as const satisfies Record<string, Network>;

export type CoinNetwork = keyof typeof coinNetworks;
export const coinNetworkCodes = Object.keys(coinNetworks) as [CoinNetwork, ...CoinNetwork[]];

export function coinNetwork(code: CoinNetwork): Network {
  return coinNetworks[code];
}

// Witness versions above 1 are well-formed today and spendable by anyone: nobody's address yet.
function spendableSegwit(address: string): boolean {
  return !/^(?:bc|ltc)1/i.test(address) || /^(?:bc|ltc)1[qp]/i.test(address);
}

function bitcoinCash(address: string): boolean {
  return isCashAddr(address, 'bitcoincash') || (/^[13]/.test(address) && knownAddress(address, 'btc'));
}

// The zero address is where tokens are burnt, and the usual result of a broken form.
function evm(address: string): boolean {
  return knownAddress(address, 'eth') && !/^0x0{40}$/.test(address);
}

function xrp(address: string): boolean {
  return /^r/.test(address) && knownAddress(address, 'xrp');
}

// An address is the bare key without a checksum: all that can be proved is that it has 32 bytes.
function solana(address: string): boolean {
  return (
    address.length >= 32 &&
    address.length <= 44 &&
    base58Bytes(address)?.length === 32 &&
    !/^1+$/.test(address)
  );
}

/** Every network with its title, for the admin to choose from. */
export function coinNetworkChoices(): { code: CoinNetwork; title: string }[] {
  return coinNetworkCodes.map((code) => ({ code, title: coinNetworks[code].title }));
}
