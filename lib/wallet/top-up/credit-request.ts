import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { lockWaitingRequest } from '@/lib/wallet/top-up/take-request';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';
import { lockTopUp } from '@/lib/wallet/top-up/top-up-row';

type Credited = {
  /** The till operation that credits it. */
  operationId: string;
  /** Whose wallet it credits, and in what: the request must be of the same. */
  userId: string;
  asset: string;
  /** What reached the wallet, and what the office kept: the money handed over counts, not what was written. */
  creditedUnits: bigint;
  feeUnits: bigint;
  /** The cashier's name, as the customer may read it. */
  by: string;
};

/**
 * A cashier's operation credits the request that it serves: once, in the operation's own transaction, which posts the
 * money by itself. Throws `not_found` where the request is of another wallet or asset, `top_up_moved` (params: status).
 */
export async function creditRequest(
  tx: Tx,
  topUpId: string,
  { operationId, userId, asset, creditedUnits, feeUnits, by }: Credited,
): Promise<void> {
  const request = await lockWaitingRequest(tx, topUpId);
  if (request.userId !== userId || request.assetCode !== asset) fail('not_found');
  const [other] = await tx.query(
    `SELECT id FROM till_operations WHERE top_up_id = $1 AND id <> $2 AND status IN ('awaiting_approval', 'done')`,
    [topUpId, operationId],
  );
  if (other) fail('top_up_moved', { params: { status: 'claimed' } });
  await tx.query(
    `UPDATE top_ups SET status = 'credited', credited_units = $2, fee_units = $3, decided_at = $4, decided_by = $5
     WHERE id = $1`,
    [topUpId, creditedUnits, feeUnits, now(), by],
    'request_credited',
  );
  tellTopUp(tx, request);
}

type TakenBack = { reason: string; by: string };

/**
 * The operation that credited a request was taken back: the request is declined with the same words, so that its page
 * does not go on saying that the money is there. The letter of the reversal tells of both. It does not stand in the
 * queue again: whoever sees it there would credit the same receipt once more.
 */
export async function takeRequestBack(tx: Tx, topUpId: string, { reason, by }: TakenBack): Promise<void> {
  const request = await lockTopUp(tx, topUpId);
  if (request.way !== 'cashier' || request.status !== 'credited') return;
  await tx.query(
    `UPDATE top_ups SET status = 'declined', credited_units = NULL, reason = $2, decided_at = $3, decided_by = $4
     WHERE id = $1`,
    [topUpId, reason, now(), by],
    'request_taken_back',
  );
  tellTopUp(tx, request);
}
