import type { Tx } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { houseAccount, reserveAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import type { TransferInput } from '@/lib/ledger/posting';

type Fee = {
  /** `payout` or `refund` with its id: a fee is taken once. */
  key: string;
  /** The order. */
  subject: string;
  methodId: string;
  asset: string;
  /** Minor units of the asset. */
  units: bigint;
  actor: string;
};

/**
 * What the system took beside the amount: the reserve has that much less. Where the reserve does not say so much, the
 * fee was paid all the same, out of money that the office never told the ledger of: then it comes from capital.
 */
export async function postSystemFee(tx: Tx, fee: Fee): Promise<void> {
  if (fee.units <= 0n) return;
  try {
    await post(tx, feeTransfer(fee, reserveAccount(fee.methodId, fee.asset)));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ledger_overdraft') throw error;
    await post(tx, feeTransfer(fee, houseAccount('capital', fee.asset)));
  }
}

function feeTransfer(
  { key, subject, asset, units, actor }: Fee,
  from: ReturnType<typeof reserveAccount>,
): TransferInput {
  return {
    key: `${key}:fee`,
    kind: 'system_fee',
    subject,
    actor,
    postings: [
      { account: houseAccount('system_cost', asset), amountUnits: units },
      { account: from, amountUnits: -units },
    ],
  };
}
