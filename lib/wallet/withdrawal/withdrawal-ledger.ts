import { houseAccount, reserveAccount, walletAccount } from '@/lib/ledger/accounts';
import type { HoldStep, TransferInput } from '@/lib/ledger/posting';
import type { WithdrawalRow } from '@/lib/wallet/withdrawal/withdrawal-row';

type Facts = Pick<
  WithdrawalRow,
  'id' | 'userId' | 'methodId' | 'assetCode' | 'amountUnits' | 'feeUnits' | 'walletHoldId' | 'reserveHoldId'
>;

/** At the request: what leaves the wallet is held there, what is to be paid out is held on the method's reserve. */
export function withdrawalHold(withdrawal: Facts, actor: string): TransferInput {
  return {
    key: `withdrawal:${withdrawal.id}:hold`,
    kind: 'hold',
    subject: withdrawal.id,
    actor,
    postings: [],
    holds: holds(withdrawal, 'place'),
  };
}

/** Paid: both holds are taken, the wallet pays amount and fee, the reserve has the amount less. */
export function withdrawalPaid(withdrawal: Facts, actor: string): TransferInput {
  const { id, userId, methodId, assetCode, amountUnits, feeUnits } = withdrawal;
  return {
    key: `withdrawal:${id}:paid`,
    kind: 'withdrawal',
    subject: id,
    actor,
    postings: [
      { account: walletAccount(userId, assetCode), amountUnits: amountUnits + feeUnits },
      { account: houseAccount('income_fee', assetCode), amountUnits: -feeUnits },
      { account: reserveAccount(methodId, assetCode), amountUnits: -amountUnits },
    ],
    holds: holds(withdrawal, 'take'),
  };
}

/** Not paid: both holds are released, nothing moves. */
export function withdrawalReleased(withdrawal: Facts, actor: string): TransferInput {
  return {
    key: `withdrawal:${withdrawal.id}:release`,
    kind: 'release',
    subject: withdrawal.id,
    actor,
    postings: [],
    holds: holds(withdrawal, 'release'),
  };
}

function holds(withdrawal: Facts, step: HoldStep['step']): HoldStep[] {
  const { userId, methodId, assetCode, amountUnits, feeUnits } = withdrawal;
  return [
    {
      step,
      holdId: withdrawal.walletHoldId,
      account: walletAccount(userId, assetCode),
      amountUnits: amountUnits + feeUnits,
    },
    {
      step,
      holdId: withdrawal.reserveHoldId,
      account: reserveAccount(methodId, assetCode),
      amountUnits,
    },
  ];
}
