import { createHash } from 'node:crypto';
import { zonedTime } from '@/lib/exchange/zoned-time';
import { parseAmount } from '@/lib/money';
import type { StatementMapping } from '@/lib/payments/statements/mapping';

/** Money that came, as a statement tells it. */
export type StatementLine = {
  /** The same line of another file has the same key; equal lines of one file are counted through. */
  lineKey: string;
  bookedAt: Date;
  /** The bank told the day only. */
  wholeDay: boolean;
  amountUnits: bigint;
  reference: string;
  payer: string;
  purpose: string;
};

export type RowProblem = { row: number; why: 'date' | 'amount' | 'currency'; text: string };

export type ReadLines = { lines: StatementLine[]; outgoing: number; problems: RowProblem[] };

type Money = { scale: number; asset: string; timeZone: string };

/**
 * The incoming money of a table. Outgoing rows are counted and left; rows whose date or amount cannot be read are told
 * by their number in the file (from 1), and the rest is read all the same.
 */
export function readLines(rows: string[][], mapping: StatementMapping, money: Money): ReadLines {
  const { columns, headerRow } = mapping;
  const lines: StatementLine[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  let outgoing = 0;
  for (const [index, cells] of rows.entries()) {
    if (index <= headerRow) continue;
    const cell = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? '').trim());
    if (
      [columns.amount, columns.credit, columns.debit].some((column) => cell(column).length > longestAmount)
    ) {
      problems.push({
        row: index + 1,
        why: 'amount',
        text: `${cell(columns.amount).slice(0, longestAmount)}…`,
      });
      continue;
    }
    const amount = incomingAmount(cell, columns);
    if (amount === 'outgoing') {
      outgoing += 1;
      continue;
    }
    const dateText = cell(columns.date);
    if (amount === '' && dateText === '') continue;
    const bookedAt = readDate(dateText, mapping.dateOrder, money.timeZone);
    // Totals at the end of a file have an amount and no date.
    if (!bookedAt) {
      problems.push({ row: index + 1, why: 'date', text: dateText });
      continue;
    }
    const [, before = '', figures = '', behind = ''] = amountCell.exec(amount) ?? [];
    const other = [cell(columns.currency), before, behind].find((word) => !sameCurrency(word, money.asset));
    if (other !== undefined) {
      problems.push({ row: index + 1, why: 'currency', text: other });
      continue;
    }
    const parsed = parseAmount(figures, money.scale);
    if (!parsed.ok) {
      problems.push({ row: index + 1, why: 'amount', text: amount });
      continue;
    }
    if (parsed.units === 0n) continue;
    const told = {
      bookedAt: bookedAt.at,
      wholeDay: bookedAt.wholeDay,
      amountUnits: parsed.units,
      reference: cell(columns.reference).slice(0, 200),
      payer: [cell(columns.payer), cell(columns.account)].filter(Boolean).join(' ').slice(0, 300),
      purpose: cell(columns.purpose).slice(0, 500),
    };
    const key = keyOf(told);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    lines.push({ ...told, lineKey: `${key}.${times}` });
  }
  return { lines, outgoing, problems };
}

/** Nothing longer is looked at as an amount. */
const longestAmount = 60;

type Cell = (column: number | undefined) => string;

/** Before the figures, or behind them, as some banks write what has gone out. */
const minus = /^\D*[-−–(]|[-−–]\D*$/;
/** Figures, and what banks write around them: a plus, a currency, a word for the direction. */
const amountCell = /^\+?\s*(\p{Sc}|\p{L}{3}(?=[\s+\d]))?\s*\+?([\d.,\s'’]+?)\s*([\p{L}\p{Sc}]+\.?)?$/u;
/** Short words as they stand: a deposit or a direct credit is no debit. */
const outgoingWord =
  /^(?:(?:d|dr|dt|out|д|дт)(?!\p{L})|debit|dbit|outgoing|дебет|расход|списан|исходящ|d[eé]bito)/iu;

function incomingAmount(cell: Cell, columns: StatementMapping['columns']): string | 'outgoing' {
  const credit = cell(columns.credit);
  if (columns.credit !== undefined) {
    if (credit !== '' && /[1-9]/.test(credit)) return minus.test(credit) ? 'outgoing' : credit;
    if (columns.amount === undefined) return 'outgoing';
  }
  const amount = cell(columns.amount);
  if (/[1-9]/.test(cell(columns.debit))) return 'outgoing';
  if (outgoingWord.test(/\p{L}+\.?$/u.exec(amount)?.[0] ?? '')) return 'outgoing';
  if (minus.test(amount) || outgoingWord.test(cell(columns.sign))) return 'outgoing';
  return amount;
}

/** An empty cell says nothing, nor does a credit; codes, numbers and the rouble's many names count as the asset's. */
function sameCurrency(text: string, asset: string): boolean {
  if (text === '' || /^(cr|crdt|кт)\.?$/i.test(text)) return true;
  const upper = text.toUpperCase();
  const names: Record<string, string[]> = {
    RUB: ['RUR', '643', '810', 'РУБ', 'РУБ.', 'Р', 'Р.', '₽'],
    USD: ['840', '$'],
    EUR: ['978', '€'],
  };
  return upper === asset || (names[asset] ?? []).includes(upper);
}

function readDate(
  text: string,
  order: StatementMapping['dateOrder'],
  timeZone: string,
): { at: Date; wholeDay: boolean } | null {
  const found = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (!found) return null;
  const [, a = '', b = '', c = '', hour, minute = '00', second = '00'] = found;
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const two = (part: string) => part.padStart(2, '0');
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${two(month)}-${two(day)}`;
  // 31.02 is no day, though a clock would make one of it.
  if (Number.isNaN(Date.parse(iso)) || new Date(iso).toISOString().slice(0, 10) !== iso) return null;
  const at = zonedTime(`${iso}T${two(hour ?? '00')}:${minute}:${second}`, timeZone);
  return at && { at, wholeDay: hour === undefined };
}

function keyOf(line: Omit<StatementLine, 'lineKey'>): string {
  const told = [
    line.bookedAt.toISOString(),
    String(line.amountUnits),
    line.reference,
    line.payer,
    line.purpose,
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
}
