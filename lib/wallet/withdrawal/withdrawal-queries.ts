import { type Actor, requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import { isByHand } from '@/lib/payments/payouts/by-hand';
import type { PayoutStatus } from '@/lib/payments/payouts/payout-row';
import type { RequisiteField } from '@/lib/requisites/field';
import {
  type WithdrawalReason,
  type WithdrawalRow,
  withdrawalColumnsOf,
  withdrawalReasons,
} from '@/lib/wallet/withdrawal/withdrawal-row';

/** Where a withdrawal stands, as its customer sees it. */
export const withdrawalStages = [
  'approval',
  'queued',
  'hand',
  'sending',
  'checking',
  'paid',
  'canceled',
] as const;

export type WithdrawalStage = (typeof withdrawalStages)[number];

/** A line of the customer's list. Amounts are plain decimals of the asset. */
export type WithdrawalListItem = {
  id: string;
  number: number;
  stage: WithdrawalStage;
  methodTitles: Localized;
  asset: string;
  amount: string;
  total: string;
  createdAt: Date;
};

export type WithdrawalView = WithdrawalListItem & {
  fee: string;
  hasFee: boolean;
  to: { titles: Localized; value: string }[];
  reference: string | null;
  /** Why nothing was paid: a reason of the house, or an operator's words. */
  reason: { code: WithdrawalReason } | { words: string } | null;
  decidedAt: Date | null;
  /** Nothing was sent yet: it may be taken back. */
  cancelable: boolean;
};

type Found = WithdrawalRow & {
  titles: Localized;
  fields: RequisiteField[];
  scale: number;
  payoutStatus: PayoutStatus | null;
  systemCode: string | null;
};

const pageSize = 20;

/** The signed-in person's own withdrawals, newest first. `after`: the cursor of the page before. */
export async function ownWithdrawals({
  actor,
  after,
}: {
  actor: Actor;
  after?: string;
}): Promise<{ rows: WithdrawalListItem[]; next: string | null }> {
  const { userId } = requireUser(actor);
  const [, ms, id] = /^(\d{1,15})-(wdr_[0-9a-z]{16})$/.exec(after ?? '') ?? [];
  const rows = await query<Found>(
    `${select} WHERE w.user_id = $1 AND ($2::timestamptz IS NULL OR (w.created_at, w.id) < ($2, $3))
     ORDER BY w.created_at DESC, w.id DESC LIMIT ${pageSize + 1}`,
    [userId, ms === undefined ? null : new Date(Number(ms)), id ?? null],
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { rows: page.map(itemOf), next: last ? `${last.createdAt.getTime()}-${last.id}` : null };
}

/** One's own withdrawal. Throws `not_signed_in`; `not_found` for anybody else's. */
export async function withdrawalView(actor: Actor, withdrawalId: string): Promise<WithdrawalView> {
  const found = await own(actor, withdrawalId);
  const { requisites, fields, scale, reference, reason, decidedAt, feeUnits, payoutStatus } = found;
  const code = withdrawalReasons.find((known) => known === reason);
  return {
    ...itemOf(found),
    fee: formatUnits(feeUnits, scale),
    hasFee: feeUnits > 0n,
    to: Object.entries(requisites).map(([key, { display }]) => {
      const field = fields.find((known) => known.key === key && known.side === 'get');
      return { titles: field?.titles ?? { en: key, ru: key }, value: display };
    }),
    reference,
    reason: code ? { code } : reason === null ? null : { words: reason },
    decidedAt,
    cancelable:
      found.status === 'in_progress' && (payoutStatus === 'queued' || payoutStatus === 'awaiting_approval'),
  };
}

/** A text that changes with everything that the page of a withdrawal shows. Throws as `withdrawalView` does. */
export async function withdrawalVersion(actor: Actor, withdrawalId: string): Promise<string> {
  const { status, payoutStatus, systemCode } = await own(actor, withdrawalId);
  return `${status}-${payoutStatus ?? ''}-${systemCode ?? ''}`;
}

async function own(actor: Actor, withdrawalId: string): Promise<Found> {
  const { userId } = requireUser(actor);
  const [found] = await query<Found>(`${select} WHERE w.id = $1 AND w.user_id = $2`, [withdrawalId, userId]);
  return found ?? fail('not_found');
}

function itemOf(found: Found): WithdrawalListItem {
  const { amountUnits, feeUnits, scale } = found;
  return {
    id: found.id,
    number: found.number,
    stage: stageOf(found),
    methodTitles: found.titles,
    asset: found.assetCode,
    amount: formatUnits(amountUnits, scale),
    total: formatUnits(amountUnits + feeUnits, scale),
    createdAt: found.createdAt,
  };
}

function stageOf({ status, payoutStatus, systemCode }: Found): WithdrawalStage {
  if (status !== 'in_progress') return status;
  if (payoutStatus === 'awaiting_approval') return 'approval';
  if (payoutStatus === 'queued') return isByHand({ systemCode: systemCode ?? '' }) ? 'hand' : 'queued';
  return payoutStatus === 'unknown' ? 'checking' : 'sending';
}

// Its last payout: a withdrawal has one, and another only if the first was never sent.
const select = `SELECT ${withdrawalColumnsOf('w')}, m.titles, m.fields, a.scale, p.status::text AS "payoutStatus",
    p.system_code AS "systemCode"
  FROM withdrawals w JOIN payment_methods m ON m.id = w.method_id JOIN assets a ON a.code = w.asset_code
    LEFT JOIN LATERAL (SELECT status, system_code FROM payouts WHERE subject_id = w.id
      ORDER BY number DESC LIMIT 1) p ON true`;
