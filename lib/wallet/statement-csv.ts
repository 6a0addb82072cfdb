import { type CsvDelimiter, safeCell } from '@/lib/csv-cell';
import { toldReasons } from '@/lib/wallet/line-words';
import type { PaperTexts } from '@/lib/wallet/statement-texts';
import type { WalletLineView } from '@/lib/wallet/wallet-line';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import type { WalletStatement } from '@/lib/wallet/wallet-statement';

const columns = [
  'line',
  'at',
  'kind',
  'amount',
  'asset',
  'balance',
  'fee',
  'counterparty',
  'method',
  'receipt',
  'reason',
  'comment',
  'subject',
] as const;

/** By the mark spreadsheets know that the file is UTF-8. */
const byteOrderMark = '\uFEFF';
/** Rows that go out together: a piece of about 20 KB. */
const rowsAtOnce = 200;

/**
 * A statement as CSV: what it is and its sums, an empty row, then a row a line, oldest first. Amounts are plain
 * decimals; what people typed is harmless to spreadsheets. Written as it is read, so that memory does not grow with the
 * period; breaks, and does not end, if the lines cannot be read on.
 */
export function statementCsv(statement: WalletStatement, texts: PaperTexts): ReadableStream<Uint8Array> {
  const pieces = csvPieces(statement, texts);
  const bytes = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(bytes.encode(next.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* csvPieces(statement: WalletStatement, texts: PaperTexts): AsyncGenerator<string, undefined> {
  // Spreadsheets cut at what the language does not use as a decimal mark.
  const delimiter: CsvDelimiter = texts.locale === 'ru' ? ';' : ',';
  const row = (cells: string[]) => `${cells.map((cell) => safeCell(cell, delimiter)).join(delimiter)}\n`;
  const head = texts.csvHead;
  yield byteOrderMark +
    [
      [head('wallet'), formatWalletNumber(statement.number), statement.holder],
      [head('asset'), statement.asset],
      [head('period'), statement.from, statement.to, statement.timeZone],
      [head('opening'), statement.opening],
      [head('in'), statement.totalIn],
      [head('out'), statement.totalOut],
      [head('closing'), statement.closing],
      [],
      columns.map((name) => head(name)),
    ]
      .map(row)
      .join('');

  const timeOf = localTime(statement.timeZone);
  let piece = '';
  let rows = 0;
  for await (const line of statement.lines) {
    piece += row(cellsOf(line, texts, timeOf));
    rows += 1;
    if (rows % rowsAtOnce > 0) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
  return undefined;
}

function cellsOf(
  line: WalletLineView,
  { line: t, titles, locale }: PaperTexts,
  timeOf: (at: Date) => string,
) {
  const { counterparty = '', method = '', receipt = '', reason, comment = '', fee = '' } = line.details;
  const told = toldReasons.find((code) => code === reason);
  return [
    line.entryId,
    timeOf(new Date(line.at)),
    t(`kinds.${line.kind}`),
    line.amount,
    line.asset,
    line.balanceAfter,
    fee,
    counterparty,
    titles[method]?.[locale] ?? method,
    receipt,
    told ? t(`reasons.${told}`) : '',
    comment,
    line.subject,
  ];
}

/** `2026-11-22 10:51:07` in the office's zone, which spreadsheets of every language take for a time. */
function localTime(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => format.format(at);
}
