import { coinDecimals } from '@/lib/payments/asset-decimals';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { cutAmount, decimalsOf, sumOf } from '@/lib/payments/cut-amount';
import { type ExactJson, listAt, textAt } from '@/lib/payments/exact-json';
import { minorUnits } from '@/lib/payments/plain-amount';
import type { CoinNetwork } from '@/lib/requisites/coin-networks';

/** Networks of the names that coins have on the server. */
export const shkeeperNetworks: Record<string, CoinNetwork> = {
  BTC: 'bitcoin',
  LTC: 'litecoin',
  DOGE: 'dogecoin',
  XMR: 'monero',
  XRP: 'ripple',
  ETH: 'ethereum',
  'ETH-USDT': 'ethereum',
  'ETH-USDC': 'ethereum',
  TRX: 'tron',
  USDT: 'tron',
  USDC: 'tron',
  BNB: 'bsc',
  'BNB-USDT': 'bsc',
  'BNB-USDC': 'bsc',
  MATIC: 'polygon',
  'POLYGON-USDT': 'polygon',
  'POLYGON-USDC': 'polygon',
  SOL: 'solana',
};

/** What a notice about an invoice says, with the coins of its own list. null: it is not understood. */
export function noticeAnswer(notice: ExactJson, coin: string, asset: string): PaymentAnswer | null {
  const status = textAt(notice, 'status');
  const externalId = textAt(notice, 'addr');
  if (!externalId) return null;
  if (status === 'unconfirmed') {
    const amount = cutAmount(textAt(notice, 'amount'));
    return amount === null ? null : { outcome: 'pending', amount, asset, externalId };
  }
  const own = listAt(notice, 'transactions').filter((one) => textAt(one, 'crypto') === coin);
  const amount = sumOf(
    own.map((one) => textAt(one, 'amount_crypto')),
    coinDecimals,
  );
  if (amount === null) return null;
  const came = /[1-9]/.test(amount);
  const facts = factsOf(own);
  switch (status) {
    case 'PAID':
    case 'OVERPAID':
      return came ? { outcome: 'settled', amount, asset, externalId, ...facts } : null;
    case 'PARTIAL':
    case 'UNPAID':
      return { outcome: 'pending', ...(came ? { amount, asset } : {}), externalId };
    default:
      return null;
  }
}

function factsOf(transactions: ExactJson[]): { facts?: Record<string, string> } {
  const txid = textAt(transactions.at(-1), 'txid');
  return txid ? { facts: { txid } } : {};
}

/**
 * What the invoice says when asked. Invoices never end by themselves: what came in part is final once the time to pay
 * is over and nothing waits for confirmations.
 */
export function invoiceAnswer(
  invoice: ExactJson,
  asked: { coin: string; asset: string; amount: string; externalId: string; isOver: boolean },
): PaymentAnswer {
  const { coin, asset, externalId } = asked;
  const decimals = decimalsOf(asked.amount);
  const own = listAt(invoice, 'txs').filter((one) => textAt(one, 'crypto') === coin);
  const confirmed = own.filter((one) => textAt(one, 'status') === 'CONFIRMED');
  const amounts = [confirmed, own].map((list) =>
    sumOf(
      list.map((one) => textAt(one, 'amount')),
      decimals,
    ),
  );
  const [amount, seen] = amounts;
  const [units, owed] = [amount, asked.amount].map((one) => minorUnits(one, decimals));
  if (!amount || !seen || !units || !owed) return { outcome: 'unknown', reason: 'amounts that are none' };
  if (!/[1-9]/.test(seen)) return { outcome: 'pending', externalId };
  const isWhole = BigInt(units) >= BigInt(owed) && owed !== '0';
  const isFinal = confirmed.length === own.length && (isWhole || asked.isOver);
  return isFinal
    ? { outcome: 'settled', amount, asset, externalId, ...factsOf(own) }
    : { outcome: 'pending', amount: seen, asset, externalId };
}

/** What the task of a payout says. A task that failed may have failed after it paid: unknown. */
export function taskAnswer(task: ExactJson, taskId: string): PayoutAnswer {
  const status = textAt(task, 'status');
  const [result] = listAt(task, 'result');
  const reference = textAt(result, 'txids.0');
  if (status === 'PENDING' || status === 'STARTED' || status === 'RETRY')
    return { outcome: 'pending', externalId: taskId };
  if (status === 'SUCCESS' && textAt(result, 'status') === 'success')
    return { outcome: 'settled', externalId: taskId, ...(reference ? { reference } : {}) };
  if (status === 'SUCCESS' && textAt(result, 'status') === 'error' && !reference)
    return { outcome: 'refused', reason: textAt(result, 'message') ?? 'no reason told' };
  const words = textAt(task, 'result') ?? textAt(result, 'message') ?? 'no reason told';
  return { outcome: 'unknown', reason: `the task is ${status ?? 'none'}: ${words}` };
}

/** What the server's own record of the payout says. */
export function recordAnswer(record: ExactJson): PayoutAnswer {
  const status = textAt(record, 'status');
  const reference = textAt(record, 'txid') ?? textAt(record, 'tx_hash');
  if (status === 'SUCCESS') return { outcome: 'settled', ...(reference ? { reference } : {}) };
  if (status === 'IN_PROGRESS' || status === 'PENDING') return { outcome: 'pending' };
  return { outcome: 'unknown', reason: `the payout is ${status ?? 'none'}` };
}
