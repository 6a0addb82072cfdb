import { audit } from '@/lib/audit';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { ledgerActor } from '@/lib/exchange/move-order';
import { type Mover, operatorMover, paymentSystemMover } from '@/lib/exchange/mover';
import { refundReleaseTransfer } from '@/lib/exchange/refund-ledger';
import { refundPaid, refundTrouble } from '@/lib/exchange/refund-outcome';
import { post } from '@/lib/ledger/post';
import { tellAfterCommit } from '@/lib/live';
import { parseAmount } from '@/lib/money';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import type {
  PayoutAnswerSource,
  PayoutApplied,
  PersonsWord,
} from '@/lib/payments/payouts/apply-payout-answer';
import { postSystemFee } from '@/lib/payments/payouts/payout-fee';
import { nextTry } from '@/lib/payments/payouts/try-pause';
import {
  loadRefund,
  type RefundRow,
  refundColumnsOf,
  refundOutStatuses,
} from '@/lib/payments/refunds/refund-row';

/**
 * What became of a refund that was handed to a system: the answer to sending it, a notice, a question. One
 * transaction; the first final answer stands. Refused: what was held is released, and people decide how else the
 * customer gets his money. Unknown: asked again with growing pauses, never sent again. Throws `not_found`.
 */
export async function applyRefundAnswer({
  refundId,
  answer,
  word,
}: {
  refundId: string;
  answer: PayoutAnswer;
  source: PayoutAnswerSource;
  /** Where it is a person's word, and not the system's. */
  word?: PersonsWord<RefundRow>;
}): Promise<PayoutApplied> {
  const person = word && { ...operatorMover(word.actor), id: null };
  return inTransaction(async (tx) => {
    const refund = (await loadRefund(tx, refundId, { lock: true })) ?? fail('not_found');
    word?.mayTell(refund);
    const mover = person ?? (await moverOf(tx, refund));
    tellAfterCommit(tx, 'desk');
    if (!refundOutStatuses.some((status) => status === refund.status))
      return decided(tx, refund, answer, mover);
    const applied = await apply(tx, refund, answer, mover);
    if (word) {
      const { actor, action } = word;
      await audit(tx, { actor, action, subject: refundId, before: refund.status, after: answer });
    }
    return applied;
  });
}

async function moverOf(tx: Tx, { paymentId }: RefundRow): Promise<Mover> {
  const row = await tx.maybeOne<{ code: string }>('SELECT system_code AS code FROM payments WHERE id = $1', [
    paymentId,
  ]);
  return paymentSystemMover(row?.code ?? 'system');
}

async function apply(tx: Tx, refund: RefundRow, answer: PayoutAnswer, mover: Mover): Promise<PayoutApplied> {
  // Taken by the system once: a question that got no answer does not make that unknown.
  const outcome = answer.outcome === 'unknown' && refund.status === 'pending' ? 'pending' : answer.outcome;
  const kept = await keep(tx, refund, answer, outcome);
  if (outcome === 'settled') {
    await refundPaid(tx, { refund: kept, mover, held: true });
    await postFee(tx, kept, answer, mover);
  } else if (outcome === 'refused') {
    await refundTrouble(tx, kept, mover, kept.failure ?? '');
    await post(tx, refundReleaseTransfer(kept, ledgerActor(mover)));
  } else if (outcome === 'unknown' && refund.status !== 'unknown')
    await refundTrouble(tx, kept, mover, kept.failure ?? '');
  return outcome;
}

async function keep(
  tx: Tx,
  refund: RefundRow,
  answer: PayoutAnswer,
  outcome: PayoutAnswer['outcome'],
): Promise<RefundRow> {
  const at = now();
  const open = outcome === 'pending' || outcome === 'unknown';
  return tx.one<RefundRow>(
    `UPDATE refunds r SET status = $2::"RefundStatus", external_id = coalesce($3, external_id),
       reference = coalesce($4, reference), failure = $5, checks = checks + 1, next_try_at = $6,
       settled_at = CASE WHEN $2 = 'settled' THEN $7::timestamptz END
     WHERE r.id = $1 RETURNING ${refundColumnsOf('r')}`,
    [
      refund.id,
      outcome,
      'externalId' in answer ? (answer.externalId ?? null) : null,
      'reference' in answer ? (answer.reference ?? null) : null,
      'reason' in answer ? answer.reason : null,
      open ? nextTry(at, refund.checks) : null,
      at,
    ],
  );
}

async function postFee(tx: Tx, refund: RefundRow, answer: PayoutAnswer, mover: Mover): Promise<void> {
  if (answer.outcome !== 'settled' || answer.fee === undefined) return;
  const { scale } = await tx.one<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [
    refund.assetCode,
  ]);
  const fee = parseAmount(answer.fee, scale);
  await postSystemFee(tx, {
    key: `refund:${refund.id}`,
    subject: refund.orderId,
    methodId: refund.methodId,
    asset: refund.assetCode,
    units: fee.ok ? fee.units : 0n,
    actor: ledgerActor(mover),
  });
}

/** After the decision only a word that denies it matters: people are told, and nothing is changed. */
async function decided(
  tx: Tx,
  refund: RefundRow,
  answer: PayoutAnswer,
  mover: Mover,
): Promise<PayoutApplied> {
  if (refund.sentAt === null) return 'not_sent';
  const denies =
    (refund.status === 'settled' && refund.way === 'system' && answer.outcome === 'refused') ||
    (answer.outcome === 'settled' && (refund.status !== 'settled' || refund.way === 'hand'));
  if (!denies) return 'repeated';
  const words = answer.outcome === 'settled' ? (answer.reference ?? 'settled') : '';
  const failure = `${refund.status} → ${answer.outcome} ${words}${'reason' in answer ? answer.reason : ''}`;
  if (refund.failure === failure) return 'repeated';
  await tx.query('UPDATE refunds SET failure = $2 WHERE id = $1', [refund.id, failure]);
  await refundTrouble(tx, refund, mover, failure);
  return 'contradicted';
}
