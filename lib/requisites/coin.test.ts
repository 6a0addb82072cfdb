import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '@/scripts/testing/hostile-text';
import { coin, memo } from './coin';
import { type CoinNetwork, coinNetworkCodes } from './coin-networks';

/** Addresses that are public: genesis blocks, specifications, token contracts, donation pages. */
const known: Record<CoinNetwork, string[]> = {
  bitcoin: [
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy',
    'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  ],
  litecoin: ['LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1', 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
  dogecoin: ['DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L'],
  dash: ['XpESxaUmonkq8RaLLp46Brx2K39ggQe226'],
  zcash: ['t3Vz22vK5z2LcKEdg16Yv4FFneEL1zg9ojd'],
  'bitcoin-cash': [
    'bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
    'ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  ],
  ethereum: ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
  bsc: ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  polygon: ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  arbitrum: ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  tron: ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
  ripple: ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', 'rDsbeomae4FXwgQTJp9Rs64Qg9vDiTCdBv'],
  stellar: ['GA5ZSEJYB37JRC5AVCIA5MOP4RHTM335X2KGX3IHOJAPP5RE34K4KZVN'],
  ton: [
    'EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs',
    'EQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAM9c',
  ],
  monero: [
    '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
    '888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H',
  ],
  solana: ['EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', 'So11111111111111111111111111111111111111112'],
  cardano: [
    'addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x',
  ],
};

const pairs = coinNetworkCodes.flatMap((network) => known[network].map((address) => ({ network, address })));
const withChecksum = pairs.filter(({ network }) => network !== 'solana');

describe('a coin address', () => {
  it.each(pairs)('of $network $address is accepted as it is', ({ network, address }) => {
    expect(coin.normalise(address, { network })).toMatchObject({ ok: true, value: address });
  });

  it('with any one character changed is refused', () => {
    const typo = fc.record({
      pair: fc.constantFrom(...withChecksum),
      at: fc.nat(),
      to: fc.constantFrom(...'0123456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'),
    });
    fc.assert(
      fc.property(typo, ({ pair: { network, address }, at, to }) => {
        const index = at % address.length;
        const changed = address.slice(0, index) + to + address.slice(index + 1);
        // Letter case is part of the address, except where all of it is one case (Bech32, EIP-55's plain form).
        fc.pre(changed.toLowerCase() !== address.toLowerCase());
        expect(coin.normalise(changed, { network }).ok).toBe(false);
      }),
      // A fixed seed: EIP-55 alone misses one typo in some thirty thousand.
      { numRuns: 3000, seed: 20261122 },
    );
  }, 30_000);

  it('cut short, doubled or followed by text is refused', () => {
    for (const { network, address } of withChecksum) {
      for (const wrong of [
        address.slice(0, -1),
        address.slice(1),
        `${address}x`,
        address + address,
        `${address} x`,
      ]) {
        expect(coin.normalise(wrong, { network }).ok, wrong).toBe(false);
      }
    }
  });

  it('of another network is refused', () => {
    const related = new Set(['ethereum', 'bsc', 'polygon', 'arbitrum']);
    for (const { network, address } of pairs) {
      for (const other of coinNetworkCodes) {
        const same =
          other === network || (related.has(other) && related.has(network)) || known[other].includes(address);
        // Bitcoin Cash shares Bitcoin's old addresses, and Solana's carry no mark of their network.
        if (same || other === 'solana' || (other === 'bitcoin-cash' && network === 'bitcoin')) continue;
        expect(coin.normalise(address, { network: other }).ok, `${address} as ${other}`).toBe(false);
      }
    }
  });

  it.each([
    ['bitcoin', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx'],
    ['bitcoin', 'mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn'],
    ['bitcoin', '2MzQwSSnBHWHqSAqtTVQ6v47XtaisrJa1Vc'],
    ['bitcoin-cash', 'bchtest:qpm2qsznhks23z7629mms6s4cwef74vcwvqcw003ap'],
    [
      'cardano',
      'addr_test1qz2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgs68faae',
    ],
    ['ton', 'kQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACCi'],
  ] as const)('of the test network of %s is refused and called so: %s', (network, address) => {
    expect(coin.normalise(address, { network })).toEqual({ ok: false, key: 'coinTestnet' });
  });

  it.each([
    ['bitcoin', 'bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs', 'a witness version that nobody owns yet'],
    ['bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh', 'version 0 with the checksum of version 1'],
    ['bitcoin', 'bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', 'a foreign character'],
    ['ethereum', '0x0000000000000000000000000000000000000000', 'the burn address'],
    ['ethereum', '0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'EIP-55 with one letter of the other case'],
    ['ethereum', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'no prefix'],
    ['solana', '11111111111111111111111111111111', 'the system program'],
    ['solana', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt', '31 bytes'],
    ['ton', `0:${'b1'.repeat(32)}`, 'the raw form without a checksum'],
    ['monero', '', 'nothing'],
  ] as const)('%s %s is refused: %s', (network, address, _why) => {
    expect(coin.normalise(address, { network }).ok).toBe(false);
  });

  it('of Ethereum in lower case is accepted, since it claims no checksum', () => {
    expect(coin.normalise('0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', { network: 'bsc' }).ok).toBe(true);
  });

  it('is taken out of a payment link', () => {
    const address = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
    const result = coin.normalise(`bitcoin:${address}?amount=1`, { network: 'bitcoin' });
    expect(result).toMatchObject({ ok: true, value: address, searchKeys: [address.toLowerCase(), 'vfna'] });
    expect(coin.normalise(`litecoin:${address}`, { network: 'bitcoin' }).ok).toBe(false);
  });

  it('never crashes on anything typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...coinNetworkCodes), hostileText(200), (network, text) => {
        expect(coin.normalise(text, { network }).ok).toBe(false);
      }),
    );
  });
});

describe('a memo', () => {
  it('of the XRP Ledger is a number of 32 bits', () => {
    expect(memo.normalise('0012345', { network: 'ripple' })).toMatchObject({ value: '12345' });
    expect(memo.normalise('4294967295', { network: 'ripple' }).ok).toBe(true);
    for (const wrong of ['4294967296', '-1', '1.5', '1e3', 'abc', '１２']) {
      expect(memo.normalise(wrong, { network: 'ripple' })).toMatchObject({ key: 'memoDigits' });
    }
  });

  it('of Stellar fits 28 bytes, of TON 120 characters', () => {
    expect(memo.normalise('я'.repeat(14), { network: 'stellar' }).ok).toBe(true);
    expect(memo.normalise('я'.repeat(15), { network: 'stellar' }).ok).toBe(false);
    expect(memo.normalise('я'.repeat(120), { network: 'ton' }).ok).toBe(true);
    expect(memo.normalise('я'.repeat(121), { network: 'ton' }).ok).toBe(false);
  });
});
