import { coinDecimals } from '@/lib/payments/asset-decimals';
import { assetOfName } from '@/lib/payments/asset-map';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { cutAmount } from '@/lib/payments/cut-amount';
import { type ExactJson, textAt } from '@/lib/payments/exact-json';
import { fromMinorUnits, minorUnits } from '@/lib/payments/plain-amount';
import type { CoinNetwork } from '@/lib/requisites/coin-networks';

/** Networks of the currency codes that are common; what is not here is not checked before it is paid to. */
export const nowpaymentsNetworks: Record<string, CoinNetwork> = {
  btc: 'bitcoin',
  ltc: 'litecoin',
  doge: 'dogecoin',
  dash: 'dash',
  zec: 'zcash',
  bch: 'bitcoin-cash',
  eth: 'ethereum',
  usdterc20: 'ethereum',
  usdc: 'ethereum',
  dai: 'ethereum',
  bnbbsc: 'bsc',
  usdtbsc: 'bsc',
  matic: 'polygon',
  usdtmatic: 'polygon',
  usdtarb: 'arbitrum',
  trx: 'tron',
  usdttrc20: 'tron',
  xrp: 'ripple',
  xlm: 'stellar',
  ton: 'ton',
  usdtton: 'ton',
  xmr: 'monero',
  sol: 'solana',
  usdtsol: 'solana',
  ada: 'cardano',
};

/** What the office knows of the order; a notice does not tell it. */
type Known = {
  /** Of the asset: what came is cut to them. */
  decimals: number;
  /** Its time is over: what came in part is all that comes. */
  isOver: boolean;
};

/** Digits after the point that sums are reckoned in: more than any network has. */
const fine = 24;

/**
 * What a payment (asked for, or told by a notice) says. What was really sent stands in `actually_paid`; where the payer
 * bears the system's fee he is asked for more than the price, and counted is his share of the price.
 */
export function paymentAnswer(
  payment: ExactJson,
  currencies: string,
  { decimals, isOver }: Known = { decimals: coinDecimals, isOver: false },
): PaymentAnswer | 'malformed' | 'wrong_asset' {
  const externalId = textAt(payment, 'payment_id');
  const status = textAt(payment, 'payment_status');
  const currency = textAt(payment, 'pay_currency');
  const asset = assetOfName(currencies, currency);
  if (!externalId || !status || !currency) return 'malformed';
  if (asset === null || textAt(payment, 'price_currency')?.toLowerCase() !== currency.toLowerCase())
    return 'wrong_asset';
  const amount = paidShare(payment, decimals);
  if (amount === 'malformed') return 'malformed';
  const pending = { outcome: 'pending' as const, externalId, ...(amount === null ? {} : { amount, asset }) };
  const settled = (): PaymentAnswer | 'malformed' => {
    if (amount === null) return 'malformed';
    const credited = creditedOf(payment, currency, decimals);
    return { outcome: 'settled', amount, asset, externalId, ...(credited === null ? {} : { credited }) };
  };
  switch (status) {
    case 'waiting':
      return { outcome: 'pending', externalId };
    case 'confirming':
    case 'confirmed':
    case 'sending':
      return pending;
    case 'finished':
      return settled();
    case 'partially_paid':
      return isOver ? settled() : pending;
    case 'expired':
      if (amount !== null) return isOver ? settled() : pending;
      return { outcome: 'refused', reason: 'the payment is expired' };
    case 'failed':
    case 'refunded':
      return { outcome: 'refused', reason: `the payment is ${status}` };
    default:
      return { outcome: 'unknown', reason: `a payment in the state ${status}` };
  }
}

/** null: nothing that the office could count was sent yet. */
function paidShare(payment: ExactJson, decimals: number): string | null | 'malformed' {
  const given = textAt(payment, 'actually_paid');
  if (given === undefined) return null;
  const [paid, priced, owed] = [given, textAt(payment, 'price_amount'), textAt(payment, 'pay_amount')].map(
    (one) => minorUnits(cutAmount(one, fine), fine),
  );
  if (!paid || !priced || !owed || BigInt(owed) === 0n) return 'malformed';
  // Down, in the office's favour, and only where price and bill differ at all.
  const share = priced === owed ? BigInt(paid) : (BigInt(paid) * BigInt(priced)) / BigInt(owed);
  const units = share / 10n ** BigInt(fine - decimals);
  return units === 0n ? null : (fromMinorUnits(units.toString(), decimals) ?? 'malformed');
}

function creditedOf(payment: ExactJson, currency: string, decimals: number): string | null {
  if (textAt(payment, 'outcome_currency')?.toLowerCase() !== currency.toLowerCase()) return null;
  const credited = cutAmount(textAt(payment, 'outcome_amount'), decimals);
  return credited !== null && /[1-9]/.test(credited) ? credited : null;
}

/** What one withdrawal of a batch says. The list of states is not confirmed: whatever is not known is unknown. */
export function withdrawalAnswer(withdrawal: ExactJson | undefined, batchId: string): PayoutAnswer {
  const status = textAt(withdrawal, 'status')?.toLowerCase();
  const reference = textAt(withdrawal, 'hash');
  switch (status) {
    case 'finished':
      return { outcome: 'settled', externalId: batchId, ...(reference ? { reference } : {}) };
    case 'failed':
    case 'rejected':
      return { outcome: 'refused', reason: `${status}: ${textAt(withdrawal, 'error') ?? 'no reason told'}` };
    case 'creating':
    case 'waiting':
    case 'processing':
    case 'confirming':
    case 'confirmed':
    case 'sending':
      return { outcome: 'pending', externalId: batchId };
    default:
      return { outcome: 'unknown', reason: `a withdrawal in the state ${status ?? 'none'}` };
  }
}
