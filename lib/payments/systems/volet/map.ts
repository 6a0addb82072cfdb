import { fiatDecimals } from '@/lib/payments/asset-decimals';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { plainAmount } from '@/lib/payments/plain-amount';
import { xmlText } from '@/lib/payments/xml';

export const voletAssets: readonly string[] = 'USD EUR RUB GBP UAH KZT BRL TRY'.split(' ');

/** Volet writes the rouble the old way. */
export function toVoletCurrency(asset: string): string {
  return asset === 'RUB' ? 'RUR' : asset;
}

export function assetOfVolet(currency: string | undefined): string {
  return currency === 'RUR' ? 'RUB' : (currency ?? '');
}

/** First letters of wallets' numbers. */
export const walletLetters: Record<string, string> = {
  USD: 'U',
  EUR: 'E',
  RUB: 'R',
  GBP: 'G',
  UAH: 'H',
  KZT: 'T',
};

type Told = { amount: string; asset: string; externalId: string; account?: string };

function stateAnswer(state: string | undefined, { account, ...told }: Told): PaymentAnswer {
  switch (state) {
    case 'COMPLETED':
      return { outcome: 'settled', ...told, ...(account ? { payer: { account } } : {}) };
    case 'PENDING':
    case 'PROCESS':
    case 'CONFIRMED':
      return { outcome: 'pending', ...told };
    case 'CANCELED':
      return { outcome: 'refused', reason: 'the transfer was canceled' };
    default:
      return { outcome: 'unknown', reason: `a transfer in the state ${state ?? 'none'}` };
  }
}

/** What a status form says; null: not understood. */
export function noticeAnswer(fields: Map<string, string>): PaymentAnswer | null {
  const asset = assetOfVolet(fields.get('ac_merchant_currency'));
  const amount = plainAmount(fields.get('ac_amount'), fiatDecimals(asset));
  const externalId = fields.get('ac_transfer');
  if (amount === null || asset === '' || !externalId) return null;
  return stateAnswer(fields.get('ac_transaction_status'), {
    amount,
    asset,
    externalId,
    ...wallet(fields.get('ac_src_wallet')),
  });
}

/** What `findPaymentByOrderId` says. An order that nobody paid has no transaction. */
export function paymentAnswer(payment: unknown): PaymentAnswer {
  const externalId = xmlText(payment, 'transactionId');
  if (!externalId) return { outcome: 'pending' };
  const asset = assetOfVolet(xmlText(payment, 'transactionCurrency'));
  const amount = plainAmount(xmlText(payment, 'transactionAmount'), fiatDecimals(asset));
  if (amount === null || asset === '') return { outcome: 'unknown', reason: 'a payment without its amount' };
  return stateAnswer(xmlText(payment, 'transactionStatus'), {
    amount,
    asset,
    externalId,
    ...wallet(xmlText(payment, 'srcWalletId')),
  });
}

function wallet(account: string | undefined): { account?: string } {
  return account ? { account } : {};
}

/** What `findTransaction` says of a payout; another amount or receiver than ours is not believed. */
export function transferAnswer(
  transfer: unknown,
  ours: { externalId: string; amount: string; asset: string },
): PayoutAnswer {
  const { externalId, asset } = ours;
  const decimals = fiatDecimals(asset);
  const amount = plainAmount(xmlText(transfer, 'amount'), decimals);
  const isOurs =
    xmlText(transfer, 'id') === externalId &&
    amount !== null &&
    amount === plainAmount(ours.amount, decimals) &&
    assetOfVolet(xmlText(transfer, 'currency')) === asset;
  if (!isOurs)
    return { outcome: 'unknown', reason: 'the transfer in the answer is not the one that was asked about' };
  const state = xmlText(transfer, 'status');
  switch (state) {
    case 'COMPLETED': {
      const fee = plainAmount(xmlText(transfer, 'fullCommission'), decimals);
      return { outcome: 'settled', externalId, reference: externalId, ...(fee === null ? {} : { fee }) };
    }
    case 'PENDING':
    case 'PROCESS':
    case 'CONFIRMED':
      return { outcome: 'pending', externalId };
    case 'CANCELED':
      return { outcome: 'refused', reason: 'the transfer was canceled' };
    default:
      return { outcome: 'unknown', reason: `a transfer in the state ${state ?? 'none'}` };
  }
}

/** Balance of the wallet in that asset, by its number's first letter; null: there is none, or more than one. */
export function balanceOf(wallets: unknown, asset: string): string | null {
  const letter = walletLetters[asset];
  const list: unknown[] = Array.isArray(wallets) ? wallets : [wallets];
  const own = list.filter((one) => letter !== undefined && xmlText(one, 'id')?.startsWith(letter));
  return own.length === 1 ? plainAmount(xmlText(own[0], 'amount'), fiatDecimals(asset)) : null;
}
