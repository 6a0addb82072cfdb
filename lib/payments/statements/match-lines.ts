/** Money that came, as far as matching looks at it. */
export type LineToMatch = {
  id: string;
  amountUnits: bigint;
  bookedAt: Date;
  /** The bank told the day only. */
  wholeDay: boolean;
  reference: string;
  payer: string;
  purpose: string;
};

/** A payment that is waited for, or whose money is here and has no line yet. */
export type WaitingPayment = {
  id: string;
  number: number;
  subjectId: string;
  amountUnits: bigint;
  /** Texts by which the payer may be known: what he said, and what he pays from. */
  payers: string[];
  /** What he said the number of his payment is. */
  reference: string;
  createdAt: Date;
  expiresAt: Date | null;
  /** Its order is gone: its money would be late, which a person has to look at. */
  givenUp?: boolean;
  /** Its money was confirmed without a line: a line like it is most likely that same money, and nobody else's. */
  booked?: boolean;
};

export type Candidate = {
  paymentId: string;
  score: number;
  /** `reference`: the office's own number of it. `told`: the number that the customer says his payment has. */
  why: ('reference' | 'told' | 'amount' | 'payer' | 'time')[];
  givenUp: boolean;
  booked?: boolean;
  /** By the bank's clock it came before it was asked for. */
  early?: boolean;
};

export type Match = {
  state: 'sure' | 'doubtful' | 'unmatched';
  paymentId: string | null;
  candidates: Candidate[];
};

const points = { reference: 100, amount: 50, payer: 30, told: 20, time: 10 } as const;
const dayMs = 86_400_000;
/** A bank may book the money a day before its clock says so, and two weeks after. */
const earlyMs = dayMs;
const lateMs = 14 * dayMs;
const shown = 5;

/**
 * Which payment each line is the money of. Sure: the amount is the one asked for, and the reference has a number that
 * the office gave, or no other payment waits for that amount in that time. What customers say of themselves (name,
 * number of their payment) is shown beside a doubtful line and decides nothing: anybody may say it of another's money.
 * Two lines that would be sure of the same payment are doubtful both, and so is a line that may be money which was
 * confirmed before: without a number of the office a person looks at it. Pure; the same input gives the same answer.
 */
export function matchLines(lines: LineToMatch[], waiting: WaitingPayment[]): Map<string, Match> {
  const byAmount = new Map<bigint, WaitingPayment[]>();
  for (const payment of waiting)
    byAmount.set(payment.amountUnits, [...(byAmount.get(payment.amountUnits) ?? []), payment]);
  const byWord = wordsOf(waiting);
  const matches = new Map<string, Match>();
  for (const line of lines) {
    const words = [...tokens(`${line.reference} ${line.purpose}`)];
    const named = new Set(words.flatMap((word) => byWord.get(word) ?? []));
    const near = new Set([...(byAmount.get(line.amountUnits) ?? []), ...named]);
    const candidates = [...near]
      .map((payment) => weigh(line, payment, named.has(payment)))
      .filter(({ why }) => why.includes('reference') || (why.includes('amount') && why.includes('time')))
      .sort((a, b) => b.score - a.score || (a.paymentId < b.paymentId ? -1 : 1));
    matches.set(line.id, decide(candidates));
  }
  return withoutRivals(matches);
}

function decide(candidates: Candidate[]): Match {
  const [best, second] = candidates;
  if (!best) return { state: 'unmatched', paymentId: null, candidates: [] };
  const sure = isSure(best, second);
  return {
    state: sure ? 'sure' : 'doubtful',
    paymentId: sure ? best.paymentId : null,
    candidates: candidates.slice(0, shown),
  };
}

function isSure(best: Candidate, second: Candidate | undefined): boolean {
  if (best.givenUp || !best.why.includes('amount')) return false;
  if (best.why.includes('reference')) return !second?.why.includes('reference');
  return second === undefined && !best.booked && !best.early && best.why.includes('time');
}

function withoutRivals(matches: Map<string, Match>): Map<string, Match> {
  const claims = new Map<string, number>();
  for (const { paymentId } of matches.values()) {
    if (paymentId) claims.set(paymentId, (claims.get(paymentId) ?? 0) + 1);
  }
  for (const [id, match] of matches) {
    if (match.paymentId && (claims.get(match.paymentId) ?? 0) > 1)
      matches.set(id, { ...match, state: 'doubtful', paymentId: null });
  }
  return matches;
}

function weigh(line: LineToMatch, payment: WaitingPayment, named: boolean): Candidate {
  const why: Candidate['why'] = [];
  if (named) why.push('reference');
  if (payment.reference !== '' && sameText(line.reference, payment.reference)) why.push('told');
  if (line.amountUnits === payment.amountUnits) why.push('amount');
  if (samePayer(`${line.payer} ${line.purpose}`, payment.payers)) why.push('payer');
  const from = payment.createdAt.getTime() - earlyMs;
  const until = (payment.expiresAt ?? payment.createdAt).getTime() + lateMs;
  if (line.bookedAt.getTime() >= from && line.bookedAt.getTime() <= until) why.push('time');
  const score = why.reduce((sum, one) => sum + points[one], 0);
  const givenUp = payment.givenUp ?? false;
  const early = !line.wholeDay && line.bookedAt < payment.createdAt;
  const doubts = { ...(payment.booked && { booked: true }), ...(early && { early: true }) };
  return { paymentId: payment.id, score, why, givenUp, ...doubts };
}

/** Words that name a payment: the numbers that the office gave to it and to its order, and nothing that was told. */
function wordsOf(waiting: WaitingPayment[]): Map<string, WaitingPayment[]> {
  const words = new Map<string, WaitingPayment[]>();
  for (const payment of waiting) {
    const own = [payment.id, payment.subjectId, bare(payment.id), bare(payment.subjectId)];
    for (const word of new Set(own)) words.set(word, [...(words.get(word) ?? []), payment]);
  }
  return words;
}

function sameText(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** `ord_4k2m…` is also found where a bank dropped the line below, or the prefix. */
function bare(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}

function tokens(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}_]+/u)
      .flatMap((word) => [word, ...word.split('_')])
      .filter((word) => word.length >= 4),
  );
}

/** All words of a name of at least two, or an account's last four digits after a mask or the whole of it. */
function samePayer(told: string, payers: string[]): boolean {
  const words = tokens(told);
  const digits = told.replace(/[\s-]/g, '');
  return payers.some((payer) => {
    const account = payer.replace(/[\s-]/g, '');
    if (/^[\p{L}\d]*\d{8,}$/u.test(account)) {
      return (
        digits.includes(account) || new RegExp(`[*xх•]{2,}${account.slice(-4)}(?!\\d)`, 'iu').test(digits)
      );
    }
    const names = [...tokens(payer)];
    return names.length >= 2 && names.filter((name) => words.has(name)).length >= 2;
  });
}
