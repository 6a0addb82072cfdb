import { refused } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PayOut, PayoutAnswer, PayoutToCheck, PayoutToSend } from '@/lib/payments/contract/pay-out';
import { callKeeper, requestNumber } from './client';
import { inMoscow, moved, payoutState, twoDecimals } from './map';
import { purseAsset, type WebmoneySettings } from './settings';

/** Transfers from purse to purse by X2; X3 tells what became of them. */
export const payOut: PayOut<WebmoneySettings> = {
  needs: [['purse'], ['account']],
  problem: (destination) => (purseOf(destination) ? null : 'purse'),
  send,
  check,
};

function purseOf({ purse, account }: Record<string, string>): string | undefined {
  return [purse, account].find((value) => value !== undefined && /^[A-Z][0-9]{12}$/.test(value));
}

async function send(at: At<WebmoneySettings>, payout: PayoutToSend): Promise<PayoutAnswer> {
  const { purse } = at.settings;
  const destination = purseOf(payout.destination);
  const amount = twoDecimals(payout.amount);
  if (at.testMode) return refused('transfers have no test mode');
  if (!destination || destination[0] !== purse[0])
    return refused(`the purse must be one of type ${purse[0]}`);
  if (payout.asset !== purseAsset(purse)) return refused(`the purse holds no ${payout.asset}`);
  if (amount === null) return refused('WebMoney moves no more than two decimals');
  const answer = await callKeeper(at, 'XMLTransCert', {
    reqn: requestNumber(at, payout.number),
    wmid: '',
    sign: '',
    trans: {
      // The same number is not paid twice.
      tranid: String(payout.number),
      pursesrc: purse,
      pursedest: destination,
      amount,
      period: '0',
      pcode: '',
      desc: payout.description.slice(0, 255),
      wminvid: '0',
      onlyauth: '0',
    },
  });
  return 'outcome' in answer ? answer : moved('X2', answer.told);
}

async function check(at: At<WebmoneySettings>, payout: PayoutToCheck): Promise<PayoutAnswer> {
  const day = 86_400_000;
  const answer = await callKeeper(at, 'XMLOperationsCert', {
    reqn: requestNumber(at, payout.number),
    wmid: '',
    sign: '',
    getoperations: {
      purse: at.settings.purse,
      wmtranid: '0',
      tranid: String(payout.number),
      wminvid: '0',
      orderid: '0',
      datestart: inMoscow(new Date(payout.sentAt.getTime() - day)),
      datefinish: inMoscow(new Date(at.now().getTime() + day)),
    },
  });
  if ('outcome' in answer) return { outcome: 'unknown', reason: answer.reason };
  return payoutState(answer.told, payout, purseOf(payout.destination) ?? '');
}
