import { houseAccount, reserveAccount, walletAccount } from '@/lib/ledger/accounts';
import type { HoldStep, TransferInput } from '@/lib/ledger/posting';
import type { RefundRow } from '@/lib/payments/refunds/refund-row';

/** What the ledger is told of a refund. */
export type RefundMoney = Pick<
  RefundRow,
  'id' | 'orderId' | 'methodId' | 'assetCode' | 'amountUnits' | 'feeUnits'
>;

/** What reaches the customer. */
export function refundNetUnits({ amountUnits, feeUnits }: RefundMoney): bigint {
  return amountUnits - feeUnits;
}

/** What is to go back by a system is kept from everybody else before the system is called. */
export function refundHoldTransfer(refund: RefundMoney, actor: string): TransferInput {
  return { ...base(refund, `hold:${attempt(refund)}`, 'hold', actor), holds: [holdStep(refund, 'place')] };
}

/** Nothing was sent after all. */
export function refundReleaseTransfer(refund: RefundMoney, actor: string): TransferInput {
  return {
    ...base(refund, `release:${attempt(refund)}`, 'release', actor),
    holds: [holdStep(refund, 'release')],
  };
}

/**
 * The money went back: the office owes as much less, keeps its fee, and the method it came by has the rest less, or the
 * wallet it came from has it more. `held`: it was held before. `alongside`: other holds that end with it.
 */
export function refundPaidTransfer(
  refund: RefundMoney,
  actor: string,
  { held, wallet = null, alongside = [] }: { held: boolean; wallet?: string | null; alongside?: HoldStep[] },
): TransferInput {
  const { assetCode, methodId, amountUnits, feeUnits } = refund;
  return {
    ...base(refund, 'paid', 'refund', actor),
    postings: [
      { account: houseAccount('obligations', assetCode), amountUnits },
      { account: houseAccount('income_fee', assetCode), amountUnits: -feeUnits },
      {
        account: wallet === null ? reserveAccount(methodId, assetCode) : walletAccount(wallet, assetCode),
        amountUnits: -refundNetUnits(refund),
      },
    ],
    holds: held ? [holdStep(refund, 'take'), ...alongside] : alongside,
  };
}

function base(refund: RefundMoney, what: string, kind: string, actor: string): TransferInput {
  return { key: `refund:${refund.id}:${what}`, kind, subject: refund.orderId, actor, postings: [] };
}

function holdStep(refund: RefundMoney, step: HoldStep['step']): HoldStep {
  const account = reserveAccount(refund.methodId, refund.assetCode);
  return { step, holdId: attempt(refund), account, amountUnits: refundNetUnits(refund) };
}

/** One hold a refund: a refund is handed to a system once. */
function attempt({ id }: RefundMoney): string {
  return `hld_${id.slice(4)}`;
}
