import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import type { PaymentSubject } from '@/lib/payments/payment-row';
import { type StatementMapping, statementMapping } from '@/lib/payments/statements/mapping';
import type { Candidate } from '@/lib/payments/statements/match-lines';

export const lineStates = ['sure', 'doubtful', 'unmatched', 'confirmed', 'ignored'] as const;

export type LineState = (typeof lineStates)[number];

/** A payment that a line may be the money of. */
export type LineCandidate = Pick<Candidate, 'why' | 'givenUp'> & {
  /** Its money was confirmed before this line is: the line only tells of it. */
  booked: boolean;
  paymentId: string;
  subjectKind: PaymentSubject;
  subjectId: string;
  amount: string;
  email: string | null;
  payer: string;
  createdAt: Date;
};

export type LineRow = {
  id: string;
  state: LineState;
  bookedAt: Date;
  amount: string;
  asset: string;
  payer: string;
  reference: string;
  purpose: string;
  fileName: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  candidates: LineCandidate[];
};

const pageSize = 50;

type Found = Omit<LineRow, 'amount' | 'candidates'> & {
  amountUnits: bigint;
  scale: number;
  candidates: Candidate[];
  paymentId: string | null;
};

/** One page of a method's lines in that state, oldest money first; of decided ones the newest. Desk. */
export async function linePage({
  actor,
  methodId,
  state,
  after,
}: {
  actor: Actor;
  methodId: string;
  state: LineState;
  after?: string;
}): Promise<{ rows: LineRow[]; next: string | null }> {
  requireRole(actor, ...deskRoles);
  const [, ms, id] = /^(\d{1,15})-(stl_[0-9a-z]{16})$/.exec(after ?? '') ?? [];
  const decided = state === 'confirmed' || state === 'ignored';
  const direction = decided ? 'DESC' : 'ASC';
  const rows = await query<Found>(
    `SELECT l.id, l.state::text, l.booked_at AS "bookedAt", l.amount_units AS "amountUnits", a.scale,
       a.code AS asset, l.payer, l.reference, l.purpose, s.file_name AS "fileName", l.decided_by AS "decidedBy",
       l.decided_at AS "decidedAt", l.candidates, l.payment_id AS "paymentId"
     FROM bank_statement_lines l JOIN bank_statements s ON s.id = l.statement_id
       JOIN payment_methods m ON m.id = l.method_id JOIN assets a ON a.code = m.asset_code
     WHERE l.method_id = $1 AND l.state = $2::"StatementLineState"
       AND ($3::timestamptz IS NULL OR (l.booked_at, l.id) ${decided ? '<' : '>'} ($3, $4))
     ORDER BY l.booked_at ${direction}, l.id ${direction} LIMIT ${pageSize + 1}`,
    [methodId, state, ms === undefined ? null : new Date(Number(ms)), id ?? null],
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  const payments = await candidatesOf(page);
  return {
    rows: page.map(({ amountUnits, scale, candidates, paymentId, ...row }) => ({
      ...row,
      amount: formatUnits(amountUnits, scale),
      candidates: chosen(candidates, paymentId).flatMap((candidate) => {
        const payment = payments.get(candidate.paymentId);
        return payment ? [told(payment, candidate, row.state)] : [];
      }),
    })),
    next: last ? `${last.bookedAt.getTime()}-${last.id}` : null,
  };
}

/** The payment a line is sure of, or was confirmed for, stands alone; otherwise all that fit. */
function chosen(candidates: Candidate[], paymentId: string | null): Candidate[] {
  if (!paymentId) return candidates;
  const one = candidates.find((candidate) => candidate.paymentId === paymentId);
  return [one ?? { paymentId, score: 0, why: [], givenUp: false }];
}

type FoundCandidate = Omit<LineCandidate, 'why' | 'givenUp' | 'booked'> & { came: string | null };

function told(
  { came, ...payment }: FoundCandidate,
  { why, givenUp }: Candidate,
  state: LineState,
): LineCandidate {
  const decided = state === 'confirmed' || state === 'ignored';
  if (decided || came === null) return { ...payment, why, givenUp, booked: false };
  return { ...payment, amount: came, why, givenUp, booked: true };
}

async function candidatesOf(rows: Found[]): Promise<Map<string, FoundCandidate>> {
  const ids = rows.flatMap(({ candidates, paymentId }) =>
    chosen(candidates, paymentId).map((one) => one.paymentId),
  );
  const found = await query<{
    paymentId: string;
    subjectKind: PaymentSubject;
    subjectId: string;
    amountUnits: bigint;
    receivedUnits: bigint | null;
    scale: number;
    email: string | null;
    payer: string | null;
    requisites: Record<string, { display: string }> | null;
    createdAt: Date;
  }>(
    `SELECT p.id AS "paymentId", p.subject_kind AS "subjectKind", p.subject_id AS "subjectId",
       p.amount_units AS "amountUnits", p.received_units AS "receivedUnits", a.scale, coalesce(o.email, u.email) AS email,
       p.claim->>'payer' AS payer, coalesce(o.give_requisites, t.requisites) AS requisites, p.created_at AS "createdAt"
     FROM payments p JOIN assets a ON a.code = p.asset_code
       LEFT JOIN orders o ON p.subject_kind = 'order' AND o.id = p.subject_id
       LEFT JOIN top_ups t ON p.subject_kind = 'topup' AND t.id = p.subject_id
       LEFT JOIN users u ON u.id = t.user_id
     WHERE p.id = ANY($1)`,
    [[...new Set(ids)]],
  );
  return new Map(
    found.map(({ amountUnits, receivedUnits, scale, requisites, payer, ...payment }) => [
      payment.paymentId,
      {
        ...payment,
        amount: formatUnits(amountUnits, scale),
        came: receivedUnits === null ? null : formatUnits(receivedUnits, scale),
        payer:
          payer ||
          Object.values(requisites ?? {})
            .map(({ display }) => display)
            .join(', '),
      },
    ]),
  );
}

/** How many lines of the method stand in each state. Desk. */
export async function lineCounts(actor: Actor, methodId: string): Promise<Record<LineState, number>> {
  requireRole(actor, ...deskRoles);
  const rows = await query<{ state: LineState; lines: bigint }>(
    `SELECT state::text, count(*) AS lines FROM bank_statement_lines WHERE method_id = $1 GROUP BY state`,
    [methodId],
  );
  const counts = { sure: 0, doubtful: 0, unmatched: 0, confirmed: 0, ignored: 0 };
  for (const { state, lines } of rows) counts[state] = Number(lines);
  return counts;
}

export type DirectMethod = { id: string; code: string; titles: Localized; asset: string };

/** Methods whose money comes to the office's own details: those that statements are for. Desk. */
export async function directMethods(actor: Actor): Promise<DirectMethod[]> {
  requireRole(actor, ...deskRoles);
  return query<DirectMethod>(
    `SELECT m.id, m.code, m.titles, m.asset_code AS asset FROM payment_methods m
     WHERE m.pay_in_connection_id IS NULL AND m.kind NOT IN ('cash', 'wallet') ORDER BY m.sort, m.code`,
  );
}

/** How the method's last file was read, or null before the first. Desk. */
export async function rememberedMapping(actor: Actor, methodId: string): Promise<StatementMapping | null> {
  requireRole(actor, ...deskRoles);
  const [row] = await query<{ mapping: unknown }>(
    'SELECT mapping FROM statement_mappings WHERE method_id = $1',
    [methodId],
  );
  const parsed = statementMapping.safeParse(row?.mapping);
  return parsed.success ? parsed.data : null;
}
