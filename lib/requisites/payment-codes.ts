import type { CoinNetwork } from './coin-networks';

/** Wallets that read a link with an amount in the coin of the network; elsewhere tokens make it ambiguous. */
const amountLinks: Partial<Record<CoinNetwork, { scheme: string; amount: string }>> = {
  bitcoin: { scheme: 'bitcoin', amount: 'amount' },
  'bitcoin-cash': { scheme: 'bitcoincash', amount: 'amount' },
  litecoin: { scheme: 'litecoin', amount: 'amount' },
  dogecoin: { scheme: 'dogecoin', amount: 'amount' },
  dash: { scheme: 'dash', amount: 'amount' },
  zcash: { scheme: 'zcash', amount: 'amount' },
  monero: { scheme: 'monero', amount: 'tx_amount' },
};

/**
 * What the QR code of a coin's address says. Where tokens share the address (Ethereum, TRON, TON …) no amount is
 * put in: a wallet would take it for the network's own coin.
 * @param amount plain decimal in whole coins. Source: BIP-21, and its likes of the other coins.
 */
export function paymentUri({
  network,
  address,
  amount,
}: {
  network: CoinNetwork;
  address: string;
  amount?: string;
}) {
  if (network === 'ethereum') return `ethereum:${address}`;
  const link = amountLinks[network];
  if (link === undefined) return address;
  const bare = address.startsWith(`${link.scheme}:`) ? address : `${link.scheme}:${address}`;
  if (amount === undefined) return bare;
  if (!/^\d+(?:\.\d+)?$/.test(amount)) throw new RangeError('An amount is a plain decimal');
  return `${bare}?${link.amount}=${amount}`;
}

export type RussianTransfer = {
  payee: string;
  /** 20 digits */
  account: string;
  bankName: string;
  /** 9 digits */
  bic: string;
  /** 20 digits, empty for a bank that has none */
  correspondentAccount: string;
  sumKopecks?: bigint;
  purpose?: string;
  /** tax number of the payee: 10 digits of a company, 12 of a person */
  inn?: string;
};

/** The code that every Russian banking application reads. Source: GOST R 56042-2014; `2` stands for UTF-8. */
export function russianTransferCode(transfer: RussianTransfer): string {
  const { sumKopecks } = transfer;
  if (sumKopecks !== undefined && sumKopecks <= 0n) throw new RangeError('A sum is positive');
  const fields: [string, string | undefined][] = [
    ['Name', cut(transfer.payee, 160)],
    ['PersonalAcc', cut(transfer.account, 20)],
    ['BankName', cut(transfer.bankName, 45)],
    ['BIC', cut(transfer.bic, 9)],
    ['CorrespAcc', cut(transfer.correspondentAccount, 20) || '0'],
    ['Sum', sumKopecks?.toString()],
    ['Purpose', transfer.purpose && cut(transfer.purpose, 210)],
    ['PayeeINN', transfer.inn && cut(transfer.inn, 12)],
  ];
  const told = fields.filter(([, value]) => value !== undefined && value !== '');
  return ['ST00012', ...told.map(([name, value]) => `${name}=${value}`)].join('|');
}

export type SepaTransfer = { payee: string; iban: string; bic?: string; sumCents?: bigint; purpose?: string };

/**
 * The code of a SEPA credit transfer in euro. Source: EPC069-12 (version 002, UTF-8).
 * @throws RangeError if the sum is not between 0.01 and 999 999 999.99 euro.
 */
export function epcCode({ payee, iban, bic = '', sumCents, purpose = '' }: SepaTransfer): string {
  if (sumCents !== undefined && (sumCents < 1n || sumCents > 99_999_999_999n))
    throw new RangeError('Sum out of range');
  const sum =
    sumCents === undefined ? '' : `EUR${sumCents / 100n}.${String(sumCents % 100n).padStart(2, '0')}`;
  const account = iban.replace(/\s/g, '');
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    cut(bic, 11),
    cut(payee, 70),
    account,
    sum,
    '',
    '',
    cut(purpose, 140),
  ];
  return lines.join('\n').replace(/\n+$/, '');
}

/** A value must not bring a separator of its own: it would add fields to the code, another account among them. */
function cut(text: string, max: number): string {
  const flat = text.replace(/[|\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return [...flat].slice(0, max).join('');
}
