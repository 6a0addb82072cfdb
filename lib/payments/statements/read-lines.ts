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
    if (!sameCurrency(cell(columns.currency), money.asset)) {
      problems.push({ row: index + 1, why: 'currency', text: cell(columns.currency) });
      continue;
    }
    const parsed = parseAmount(amount.replace(/^\+/, '').replace(/[^\d.,\s'’]+$/, ''), money.scale);
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

type Cell = (column: number | undefined) => string;

const minus = /^[-−–(]/;
const outgoingWord = /^(d|dr|debit|out|дебет|дт|расход|списание|d[eé]bito)/i;

function incomingAmount(cell: Cell, columns: StatementMapping['columns']): string | 'outgoing' {
  const credit = cell(columns.credit);
  if (columns.credit !== undefined) {
    if (credit !== '' && /[1-9]/.test(credit)) return minus.test(credit) ? 'outgoing' : credit;
    if (columns.amount === undefined) return 'outgoing';
  }
  const amount = cell(columns.amount);
  if (minus.test(amount) || outgoingWord.test(cell(columns.sign))) return 'outgoing';
  return amount;
}

/** An empty cell says nothing; codes, numbers and the rouble's many names count as the asset's. */
function sameCurrency(text: string, asset: string): boolean {
  if (text === '') return true;
  const upper = text.toUpperCase();
  const names: Record<string, string[]> = {
    RUB: ['RUR', '643', '810', 'РУБ', 'РУБ.', '₽'],
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
