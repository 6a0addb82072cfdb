import { refused, unknown } from '@/lib/payments/ask';
import type { PayOut } from '@/lib/payments/contract/pay-out';
import { callHistory, callPage } from './client';
import { payoutState } from './map';
import { accountAsset, type PerfectmoneySettings } from './settings';

const day = 86_400_000;

/** Transfers from account to account. They cannot be called back. */
export const payOut: PayOut<PerfectmoneySettings> = {
  needs: [['purse'], ['account']],
  problem: (destination) => (accountOf(destination) ? null : 'purse'),
  async send(at, payout) {
    const to = accountOf(payout.destination);
    const from = at.settings.payeeAccount;
    if (at.testMode) return refused('Perfect Money has no test mode');
    if (!to || to[0] !== from[0]) return refused(`the account must be one of type ${from[0]}`);
    if (payout.asset !== accountAsset(from)) return refused(`the account holds no ${payout.asset}`);
    const answer = await callPage(at, 'confirm', {
      Payer_Account: from,
      Payee_Account: to,
      Amount: payout.amount,
      PAY_IN: '1',
      PAYMENT_ID: payout.payoutId,
      Memo: payout.description,
    });
    if ('outcome' in answer) return answer;
    const batch = answer.inputs.get('PAYMENT_BATCH_NUM');
    return batch && /^[1-9][0-9]*$/.test(batch)
      ? { outcome: 'settled', externalId: batch, reference: batch }
      : unknown('confirm told no batch');
  },
  async check(at, payout) {
    const [from, till] = [new Date(payout.sentAt.getTime() - day), new Date(at.now().getTime() + day)];
    const answer = await callHistory(at, { from, till, received: false });
    return 'outcome' in answer ? unknown(answer.reason) : payoutState(answer.rows, payout);
  },
};

function accountOf({ purse, account }: Record<string, string>): string | undefined {
  return [purse, account].find((value) => value !== undefined && /^[UEG][0-9]{6,12}$/.test(value));
}
