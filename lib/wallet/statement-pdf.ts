import type { Content, TableCell } from 'pdfmake';
import { now } from '@/lib/clock';
import { brandHead } from '@/lib/pdf/brand-head';
import { makePdf } from '@/lib/pdf/make-pdf';
import { figures, inks } from '@/lib/pdf/pdf-document';
import { lineWords } from '@/lib/wallet/line-words';
import { type PaperTexts, paperAmount, paperDay, paperTime } from '@/lib/wallet/statement-texts';
import type { WalletLineView } from '@/lib/wallet/wallet-line';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import type { WalletStatement } from '@/lib/wallet/wallet-statement';

/** About ninety pages, drawn in two seconds. Who wants more wants the CSV: the file says so. */
const maxLines = 2_000;

/** A statement as PDF: its sums, then the lines, oldest first. Throws `unavailable` where too many documents wait. */
export async function statementPdf(
  statement: WalletStatement,
  texts: PaperTexts,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines: WalletLineView[] = [];
  for await (const line of statement.lines) {
    lines.push(line);
    if (lines.length === maxLines) break;
  }
  const { file, locale, officeName } = texts;
  const { asset, lineCount } = statement;
  const number = formatWalletNumber(statement.number);
  const isCut = lineCount > lines.length;
  return makePdf({
    title: `${file('title')} ${number} ${asset}`,
    locale,
    foot: { text: file('foot', { office: officeName, number, asset }), pages: placesKept(texts) },
    content: [
      headOf(statement, texts),
      sumsOf(statement, texts),
      ...(isCut
        ? [
            {
              text: file('cut', { shown: String(lines.length), count: String(lineCount) }),
              bold: true,
              margin: [0, 0, 0, 8] as [number, number, number, number],
            },
          ]
        : []),
      lines.length === 0 ? { text: file('empty'), color: inks.muted } : tableOf(lines, texts),
    ],
  });
}

/** The places of the page numbers stay as they are: they are filled in where pages are counted. */
function placesKept({ file }: PaperTexts): string {
  return file('pages', { page: '{page}', pages: '{pages}' });
}

function headOf(statement: WalletStatement, texts: PaperTexts): Content {
  const { file } = texts;
  const { from, to, number, holder, asset, timeZone } = statement;
  return brandHead({
    officeName: texts.officeName,
    title: `${file('title')}, ${asset}`,
    lines: [
      file('period', { from: paperDay(texts, from), to: paperDay(texts, to) }),
      `${file('wallet', { number: formatWalletNumber(number) })} · ${holder}`,
      file('made', { at: paperTime(texts, now()) }),
      file('zone', { zone: timeZone.replaceAll('_', ' ') }),
    ],
  });
}

function sumsOf({ opening, totalIn, totalOut, closing, asset }: WalletStatement, texts: PaperTexts): Content {
  const sum = (key: 'opening' | 'in' | 'out' | 'closing', amount: string) => ({
    stack: [
      { text: texts.file(key), color: inks.muted },
      { text: [{ text: paperAmount(texts, amount), fontSize: 13, bold: true }, ` ${asset}`] },
    ],
  });
  return {
    margin: [0, 0, 0, 16],
    columnGap: 12,
    columns: [sum('opening', opening), sum('in', totalIn), sum('out', totalOut), sum('closing', closing)],
  };
}

function tableOf(lines: WalletLineView[], texts: PaperTexts): Content {
  const { file } = texts;
  const head: TableCell[] = [
    { text: file('at'), bold: true },
    { text: file('what'), bold: true },
    { text: file('amount'), bold: true, alignment: 'right' },
    { text: file('balance'), bold: true, alignment: 'right' },
  ];
  return {
    layout: 'rows',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['auto', '*', 'auto', 'auto'],
      body: [head, ...lines.map((line) => rowOf(line, texts))],
    },
  };
}

function rowOf(line: WalletLineView, texts: PaperTexts): TableCell[] {
  const { title, notes, comment } = wordsOf(line, texts);
  const more = [...notes, comment].filter((text) => text !== '').join(' · ');
  return [
    { text: paperTime(texts, new Date(line.at)), noWrap: true },
    { text: more ? [`${title}\n`, { text: more, fontSize: 8, color: inks.muted }] : title },
    { text: paperAmount(texts, line.amount, true), ...figures },
    { text: paperAmount(texts, line.balanceAfter), ...figures },
  ];
}

/** A line in the words of a paper. */
export function wordsOf(line: WalletLineView, texts: PaperTexts) {
  const { line: t, locale, titles } = texts;
  return lineWords(line, { t, locale, titles, amountOf: (amount) => paperAmount(texts, amount) });
}
