import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PayOut } from '@/lib/payments/contract/pay-out';
import { textAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';
import { callPayeer } from './client';
import { accountPattern, type PayeerSettings, payeerAssets } from './settings';

/** Transfers inside Payeer. Nothing makes a repeated call the same one: it is called once. */
export const payOut: PayOut<PayeerSettings> = {
  needs: [['purse'], ['account']],
  problem: (destination) => (accountOf(destination) ? null : 'purse'),
  async send(at, payout) {
    const to = accountOf(payout.destination);
    if (at.testMode) return refused('Payeer has no test mode');
    if (!to) return refused('there is no account to pay to');
    if (!payeerAssets.some((asset) => asset === payout.asset))
      return refused(`Payeer moves no ${payout.asset}`);
    const answer = await callPayeer(at, 'transfer', {
      curIn: payout.asset,
      sum: payout.amount,
      curOut: payout.asset,
      to,
      comment: payout.description,
    });
    if ('outcome' in answer) return answer;
    const historyId = textAt(answer.told, 'historyId');
    if (!historyId || !/^[1-9][0-9]*$/.test(historyId)) return unknown('transfer told no number');
    return { outcome: 'settled', externalId: historyId, reference: historyId };
  },
  async check(at, { externalId, amount, asset }) {
    if (externalId === null) return unknown('no number was told: look into the history of the account');
    const answer = await callPayeer(at, 'historyInfo', { historyId: externalId });
    if ('outcome' in answer) return unknown(answer.reason);
    const { told } = answer;
    const same =
      textAt(told, 'info.curOut') === asset && plainAmount(textAt(told, 'info.sumOut'), 2) === amount;
    if (!same) return unknown('the operation under this number is another one');
    return textAt(told, 'info.status') === 'success'
      ? { outcome: 'settled', externalId, reference: externalId }
      : unknown(`status ${textAt(told, 'info.status') ?? 'missing'}`);
  },
};

function accountOf({ purse, account }: Record<string, string>): string | undefined {
  return [purse, account].find((value) => value !== undefined && accountPattern.test(value));
}

/** Balance of the account in that currency, or null where it is not told. */
export async function balanceOf(at: At<PayeerSettings>, asset: string) {
  const answer = await callPayeer(at, 'balance');
  if ('outcome' in answer) return answer;
  const amount = plainAmount(textAt(answer.told, `balance.${asset}.DOSTUPNO`), 2);
  return amount === null ? unknown('the balance is not told') : ({ outcome: 'settled', amount } as const);
}
