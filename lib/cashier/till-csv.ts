import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { type TillFilter, tillDay } from '@/lib/cashier/till-day';
import { readTillFilter } from '@/lib/cashier/till-day-filter';
import type { TillLine } from '@/lib/cashier/till-types';
import { type CsvDelimiter, safeCell } from '@/lib/csv-cell';
import { query } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import { officeSettings } from '@/lib/settings';
import enWords from '@/messages/en/till.json';
import en from '@/messages/en/till-csv.json';
import ruWords from '@/messages/ru/till.json';
import ru from '@/messages/ru/till-csv.json';

const texts = { en: { ...en, words: enWords }, ru: { ...ru, words: ruWords } };

type Column = keyof typeof en.columns;

/** More operations than all tills of a town make in a day. */
const linesMost = 50_000;

/**
 * All lines of the day as a CSV file (UTF-8 with a byte order mark), newest first, audited. Amounts are plain decimals;
 * what left the wallet is below zero. Times are the office's. Throws `not_signed_in`, `cashier_off`.
 */
export async function tillCsv({
  actor,
  filter: asked,
  locale,
  delimiter = locale === 'ru' ? ';' : ',',
}: {
  actor: Actor;
  filter: TillFilter;
  locale: Locale;
  delimiter?: CsvDelimiter;
}): Promise<{ fileName: string; body: string }> {
  const filter = readTillFilter(asked);
  const [{ day, lines }, { timeZone }] = await Promise.all([
    tillDay(actor, filter, { most: linesMost }),
    officeSettings(),
  ]);
  const { columns } = texts[locale];
  const names = Object.keys(columns).filter((name): name is Column => Object.hasOwn(columns, name));
  const rows = [
    names.map((name) => columns[name]),
    ...lines.map((line) => {
      const cells = cellsOf(line, locale, timeZone);
      return names.map((name) => cells[name]);
    }),
  ];
  const body = rows
    .map((cells) => cells.map((cell) => safeCell(cell, delimiter)).join(delimiter))
    .join('\r\n');
  const after = { day, lines: lines.length, filter };
  await audit({ query }, { actor, action: 'export.till', subject: day, after });
  return { fileName: `till-${day}.csv`, body: `\ufeff${body}\r\n` };
}

function cellsOf(line: TillLine, locale: Locale, timeZone: string): Record<Column, string> {
  const { lines, words } = texts[locale];
  const intoWallet = (line.kind === 'top_up') === (line.line === 'operation');
  return {
    at: timeText(new Date(line.at), timeZone),
    number: String(line.number),
    line: lines[line.line],
    kind: words.operations[line.kind],
    status: words.statuses[line.status],
    cashier: line.cashier.name,
    wallet: line.holder.formatted,
    holder: line.holder.maskedName,
    asset: line.asset,
    amount: line.amount,
    fee: line.fee,
    walletAmount: `${intoWallet ? '' : '-'}${line.walletAmount}`,
    moneyKind: line.kind === 'top_up' || line.reason === 'paid_out' ? words.kinds[line.moneyKind] : '',
    receipt: line.receiptNumber,
    reason: line.reason ? words.reasons[line.reason] : '',
    comment: line.comment,
    approvedBy: line.approvedBy ?? '',
    approvalNote: line.approvalNote ?? '',
    reversedBy: line.reversedBy ?? '',
    reverseReason: line.reverseReason ?? '',
    balanceAfter: line.line === 'operation' ? (line.balanceAfter ?? '') : '',
  };
}

/** `2026-11-22 14:05:09` on the office's clock: spreadsheets of any language read it. */
function timeText(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    moment,
  );
}
