import { z } from 'zod';

/** What a column of a statement can tell. */
export const columnMeanings = [
  'date',
  'amount',
  'credit',
  'debit',
  'sign',
  'reference',
  'payer',
  'account',
  'purpose',
  'currency',
] as const;

export type ColumnMeaning = (typeof columnMeanings)[number];

export const dateOrders = ['dmy', 'ymd', 'mdy'] as const;

const column = z.coerce.number().int().min(0).max(200).optional();

/**
 * How a bank's columns are read; told once and remembered for the method. Columns are counted from 0. Money that came
 * is either in a column of its own (`credit`), or in `amount`, where outgoing money has a minus or a word in `sign`.
 */
export const statementMapping = z
  .object({
    /** The row with the names of the columns; rows before and with it are no money. */
    headerRow: z.coerce.number().int().min(0).max(100),
    dateOrder: z.enum(dateOrders, 'fields.choice'),
    columns: z.object({
      date: z.coerce.number('fields.required').int('fields.required').min(0).max(200),
      amount: column,
      credit: column,
      debit: column,
      sign: column,
      reference: column,
      payer: column,
      account: column,
      purpose: column,
      currency: column,
    }),
  })
  .superRefine(({ columns }, context) => {
    if (columns.amount === undefined && columns.credit === undefined)
      context.addIssue({ code: 'custom', path: ['columns', 'amount'], message: 'fields.required' });
  });

export type StatementMapping = z.output<typeof statementMapping>;

/** How banks name their columns; the first pattern that fits counts. */
const names: Record<ColumnMeaning, RegExp> = {
  date: /(дата.*(пров|опер|зачис|док|плат)?|^date|booking|value date|completed|transaction date)/i,
  credit: /(поступ|приход|зачислен|кредит(?!ор)|credit|paid in|money in|incoming)/i,
  debit: /(расход|списан|дебет(?!ор)|debit|paid out|money out|outgoing)/i,
  sign: /(дебет\s*\/\s*кредит|тип опер|вид опер|debit\s*\/\s*credit|direction|type)/i,
  amount: /(сумма|amount|value$)/i,
  currency: /(валюта|currency|ccy)/i,
  account: /(сч[её]т.*(плательщ|отправ|контраг)|iban|payer account|counterparty account|номер карты)/i,
  payer: /(плательщик|отправитель|контрагент|наименование|payer|counterparty|sender|name|from)/i,
  reference:
    /(референ|номер док|№ док|номер опер|идентификатор|reference|transaction id|document|end.to.end)/i,
  purpose: /(назначение|описание|комментарий|сообщение|purpose|description|details|memo|narrative|note)/i,
};

/** In this order meanings choose their column, so that a vague name does not take another's. */
const order: ColumnMeaning[] = [
  'sign',
  'credit',
  'debit',
  'amount',
  'currency',
  'account',
  'reference',
  'purpose',
  'payer',
  'date',
];

/**
 * The mapping that the names of a file's columns suggest, with the row they stand in; null where no row looks like
 * names. To be looked at by a person before it is believed.
 */
export function guessMapping(rows: string[][]): StatementMapping | null {
  for (const [headerRow, cells] of rows.slice(0, 30).entries()) {
    const columns: Partial<Record<ColumnMeaning, number>> = {};
    for (const meaning of order) {
      const free = (index: number) => !Object.values(columns).includes(index);
      const found = cells.findIndex((cell, index) => free(index) && names[meaning].test(cell));
      if (found >= 0) columns[meaning] = found;
    }
    const { date } = columns;
    if (date === undefined || (columns.amount === undefined && columns.credit === undefined)) continue;
    const body = rows.slice(headerRow + 1);
    const dateOrder = guessDateOrder(body.map((row) => row[date] ?? ''));
    if (!dateOrder) continue;
    return { headerRow, dateOrder, columns: { ...columns, date } };
  }
  return null;
}

/** Days above 12 tell the order of day and month; where none does, the day comes first, as nearly everywhere. */
function guessDateOrder(dates: string[]): StatementMapping['dateOrder'] | null {
  const parts = dates
    .map((text) => /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})/.exec(text))
    .filter((one) => one !== null);
  if (parts.length === 0) return null;
  if (parts.every(([, first]) => first?.length === 4)) return 'ymd';
  const monthFirst = parts.some(([, , second]) => Number(second) > 12);
  return monthFirst ? 'mdy' : 'dmy';
}
