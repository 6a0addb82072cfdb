import type { MoneyKind, TillKind, WriteOffReason } from '@/lib/cashier/till-words';
import { type AccountRef, houseAccount, walletAccount } from '@/lib/ledger/accounts';
import type { HoldStep, Posting, TransferInput } from '@/lib/ledger/posting';

/** What of an operation the ledger needs. */
export type Booked = {
  id: string;
  kind: TillKind;
  cashierId: string;
  userId: string;
  assetCode: string;
  amountUnits: bigint;
  feeUnits: bigint;
  moneyKind: MoneyKind;
  drawer: boolean;
  reason: WriteOffReason | null;
  holdId: string | null;
};

export function drawerAccount(cashierId: string, asset: string): AccountRef {
  return { kind: 'drawer', owner: cashierId, asset };
}

/** Cash out of that drawer that nobody has received yet. */
export function collectedAccount(cashierId: string, asset: string): AccountRef {
  return { kind: 'collected', owner: cashierId, asset };
}

export function takingsAccount(moneyKind: MoneyKind, asset: string): AccountRef {
  return { kind: 'takings', owner: moneyKind, asset };
}

/** Where the real money is: the cashier's drawer, what was taken otherwise, or nowhere, where none was handed out. */
export function moneyAccount(operation: Booked): AccountRef {
  const { kind, reason, cashierId, assetCode, moneyKind, drawer } = operation;
  if (kind === 'write_off' && reason !== 'paid_out') return houseAccount('written_off', assetCode);
  return drawer ? drawerAccount(cashierId, assetCode) : takingsAccount(moneyKind, assetCode);
}

/** The operation itself: real money and wallet move against each other; what was held is taken. Pure. */
export function operationTransfer(operation: Booked, actor: string): TransferInput {
  const { id, kind } = operation;
  const holds = holdSteps(operation, 'take');
  const postings = postingsOf(operation, moneyAccount(operation));
  return { key: `till:${id}`, kind, subject: id, actor, postings, holds };
}

/** The opposite. `money`: where the real money goes back from, or to. */
export function reversalTransfer(
  operation: Booked & { transferId: string | null },
  { money, actor, note }: { money: AccountRef; actor: string; note: string },
): TransferInput {
  const { id, transferId } = operation;
  const postings = postingsOf(operation, money).map(({ account, amountUnits }) => ({
    account,
    amountUnits: -amountUnits,
  }));
  return {
    key: `till:${id}:reversal`,
    kind: 'reversal',
    subject: id,
    actor,
    note,
    reversesId: transferId ?? undefined,
    postings,
  };
}

/** A write-off that waits: what it will take cannot be spent meanwhile. */
export function holdTransfer(operation: Booked, actor: string): TransferInput {
  const { id } = operation;
  return {
    key: `till:${id}:hold`,
    kind: 'hold',
    subject: id,
    actor,
    postings: [],
    holds: holdSteps(operation, 'place'),
  };
}

/** A write-off that was not approved. */
export function releaseTransfer(operation: Booked, actor: string): TransferInput {
  const { id } = operation;
  return {
    key: `till:${id}:release`,
    kind: 'release',
    subject: id,
    actor,
    postings: [],
    holds: holdSteps(operation, 'release'),
  };
}

function postingsOf(operation: Booked, money: AccountRef): Posting[] {
  const { kind, userId, assetCode, amountUnits, feeUnits } = operation;
  const wallet = walletAccount(userId, assetCode);
  if (kind === 'write_off')
    return [
      { account: wallet, amountUnits },
      { account: money, amountUnits: -amountUnits },
    ];
  return [
    { account: money, amountUnits },
    { account: houseAccount('income_fee', assetCode), amountUnits: -feeUnits },
    { account: wallet, amountUnits: feeUnits - amountUnits },
  ];
}

function holdSteps({ holdId, userId, assetCode, amountUnits }: Booked, step: HoldStep['step']): HoldStep[] {
  return holdId === null ? [] : [{ step, holdId, account: walletAccount(userId, assetCode), amountUnits }];
}
