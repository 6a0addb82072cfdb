import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PayOut, PayoutAnswer, PayoutToCheck, PayoutToSend } from '@/lib/payments/contract/pay-out';
import { textAt } from '@/lib/payments/exact-json';
import { callWallet } from './client';
import { feeOf, payoutState, processed } from './map';
import { walletPattern, type YoomoneySettings } from './settings';

/** Payouts from wallet to wallet: a request that moves nothing, then its confirmation. */
export const payOut: PayOut<YoomoneySettings> = {
  needs: [['purse'], ['wallet'], ['account']],
  problem: (destination) => (walletOf(destination) ? null : 'purse'),
  send,
  check,
};

function walletOf(destination: Record<string, string>): string | undefined {
  const named = [destination.purse, destination.wallet, destination.account];
  return named.find((value) => value !== undefined && walletPattern.test(value));
}

async function send(at: At<YoomoneySettings>, payout: PayoutToSend): Promise<PayoutAnswer> {
  const to = walletOf(payout.destination);
  if (at.testMode) return refused('the wallet has no test mode');
  if (payout.asset !== 'RUB') return refused('the wallet holds roubles only');
  if (!to) return refused('there is no wallet to pay to');
  const request = await callWallet(at, 'request-payment', {
    pattern_id: 'p2p',
    to,
    amount_due: payout.amount,
    comment: payout.description,
    message: payout.description,
    label: payout.payoutId,
  });
  if ('outcome' in request) return request;
  const requestId = textAt(request.told, 'request_id');
  const status = textAt(request.told, 'status');
  if (status === 'refused')
    return refused(`request-payment: ${textAt(request.told, 'error') ?? 'refused without a word'}`);
  if (status !== 'success' || !requestId) return unknown('request-payment answered something unreadable');
  return confirm(at, requestId, feeOf(textAt(request.told, 'contract_amount'), payout.amount));
}

async function confirm(
  at: At<YoomoneySettings>,
  requestId: string,
  fee: string | undefined,
): Promise<PayoutAnswer> {
  const answer = await callWallet(at, 'process-payment', { request_id: requestId, money_source: 'wallet' });
  // Here money moves: what is said of the call itself (a token that is not taken) is no word about the payment.
  if ('outcome' in answer) return unknown(answer.reason);
  return processed(answer.told, requestId, fee);
}

async function check(at: At<YoomoneySettings>, payout: PayoutToCheck): Promise<PayoutAnswer> {
  const { requestId, fee } = payout.facts;
  if (requestId) return confirm(at, requestId, fee);
  const history = await callWallet(at, 'operation-history', {
    type: 'payment',
    label: payout.payoutId,
    records: '30',
  });
  return 'outcome' in history ? unknown(history.reason) : payoutState(history.told, payout.payoutId);
}
