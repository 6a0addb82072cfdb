import { audit } from '@/lib/audit';
import { type Actor, actorLabel } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type Mover, operatorMover, paymentSystemMover } from '@/lib/exchange/mover';
import { tellAfterCommit } from '@/lib/live';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { isByHand } from '@/lib/payments/payouts/by-hand';
import { contradict } from '@/lib/payments/payouts/contradict';
import { keepPayoutAnswer } from '@/lib/payments/payouts/keep-payout-answer';
import { loadPayout, outStatuses, type PayoutRow } from '@/lib/payments/payouts/payout-row';
import { tellSubject } from '@/lib/payments/payouts/tell-subject';

export type PayoutAnswerSource = 'send' | 'callback' | 'poll' | 'operator';

export type PayoutApplied =
  | 'settled'
  | 'pending'
  | 'refused'
  | 'unknown'
  /** Final already, and this says nothing else. */
  | 'repeated'
  /** Final already, and this says otherwise: the first word stands, people are told. */
  | 'contradicted'
  /** About a payout that was never handed to a system; says nothing. */
  | 'not_sent';

type Answered = {
  payoutId: string;
  answer: PayoutAnswer;
  source: PayoutAnswerSource;
  /** Where it is a person's word, and not the system's. */
  word?: PersonsWord<PayoutRow>;
};

/** What a person says of money that is out. */
export type PersonsWord<Row> = {
  actor: Actor;
  /** As the audit calls it. */
  action: string;
  /** Asked with the row locked, before anything is changed: throws where he may not say so, or not any more. */
  mayTell: (row: Row) => void;
};

/** A payout that the system holds for so long is told of like one whose outcome is unknown. */
const patienceMs = 3_600_000;

/**
 * What became of a payout, whoever says so: the answer to sending it, a notice, a question, a person. One transaction:
 * the payout is locked, the answer kept, its order moved and posted. The first final answer stands for ever.
 *
 * Throws `not_found`; where a person says it also what his `mayTell` throws.
 */
export async function applyPayoutAnswer({
  payoutId,
  answer,
  source,
  word,
}: Answered): Promise<PayoutApplied> {
  const person = word && { mover: operatorMover(word.actor), decidedBy: actorLabel(word.actor).name };
  return inTransaction(async (tx) => {
    const payout = (await loadPayout(tx, payoutId, { lock: true })) ?? fail('not_found');
    word?.mayTell(payout);
    const mover = person?.mover ?? paymentSystemMover(payout.systemCode);
    tellAfterCommit(tx, 'desk');
    if (!outStatuses.some((status) => status === payout.status))
      return decided(tx, payout, answer, mover, source);
    const applied = await apply(tx, payout, answer, { mover, decidedBy: person?.decidedBy ?? null });
    if (word) {
      const { actor, action } = word;
      await audit(tx, { actor, action, subject: payoutId, before: payout.status, after: answer });
    }
    return applied;
  });
}

async function apply(
  tx: Tx,
  payout: PayoutRow,
  answer: PayoutAnswer,
  { mover, decidedBy }: { mover: Mover; decidedBy: string | null },
): Promise<PayoutApplied> {
  const at = now();
  // Taken by the system once: a question that got no answer does not make that unknown.
  const outcome = answer.outcome === 'unknown' && payout.status === 'pending' ? 'pending' : answer.outcome;
  const late = outcome === 'pending' && at.getTime() - (payout.sentAt ?? at).getTime() > patienceMs;
  const alarm = payout.alarmedAt === null && (outcome === 'unknown' || late);
  const kept = await keepPayoutAnswer(tx, payout, { answer, outcome, at, alarm, decidedBy });
  if (outcome === 'pending' && !alarm) return 'pending';
  const event = alarm ? 'unknown' : outcome;
  if (event !== 'unknown' || alarm)
    await tellSubject(tx, kept, event === 'pending' ? 'unknown' : event, mover);
  return outcome;
}

/**
 * The system knows of a payout that we do not remember to have sent (a database that was set back, most likely): it is
 * not sent any more. What it says is not believed at once either: the system is asked, and people are told.
 */
async function surprise(
  tx: Tx,
  payout: PayoutRow,
  answer: PayoutAnswer,
  mover: Mover,
): Promise<PayoutApplied> {
  if (answer.outcome !== 'settled' && answer.outcome !== 'pending') return 'not_sent';
  const at = now();
  const asked = { outcome: 'unknown', reason: `${answer.outcome} before it was sent` } as const;
  await tx.query('UPDATE payouts SET sent_at = $2 WHERE id = $1', [payout.id, at]);
  const keeping = { answer: asked, outcome: asked.outcome, at, alarm: true, decidedBy: null };
  await tellSubject(tx, await keepPayoutAnswer(tx, payout, keeping), 'unknown', mover);
  return 'unknown';
}

/** An answer that comes after the decision: most repeat it, some deny it. */
async function decided(
  tx: Tx,
  payout: PayoutRow,
  answer: PayoutAnswer,
  mover: Mover,
  source: PayoutAnswerSource,
): Promise<PayoutApplied> {
  const waits = payout.status === 'queued' || payout.status === 'awaiting_approval';
  // Put back, or taken back, while a person told of it: that word is about nothing.
  if (waits && isByHand(payout)) return 'not_sent';
  if (waits) return surprise(tx, payout, answer, mover);
  const denies =
    (payout.status === 'settled' && answer.outcome === 'refused') ||
    (payout.status !== 'settled' && answer.outcome === 'settled');
  if (denies) return contradict(tx, payout, answer, { mover, source });
  return 'repeated';
}
