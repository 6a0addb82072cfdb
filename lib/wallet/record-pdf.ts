import { now } from '@/lib/clock';
import { brandHead } from '@/lib/pdf/brand-head';
import { makePdf } from '@/lib/pdf/make-pdf';
import { inks } from '@/lib/pdf/pdf-document';
import { wordsOf } from '@/lib/wallet/statement-pdf';
import { type PaperTexts, paperAmount, paperTime } from '@/lib/wallet/statement-texts';
import type { WalletLineView } from '@/lib/wallet/wallet-line';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

/** The receipt of one line of a wallet, as PDF. Throws `unavailable` where too many documents wait. */
export async function recordPdf(
  line: WalletLineView,
  { number, holder }: { number: string; holder: string },
  texts: PaperTexts,
): Promise<Uint8Array<ArrayBuffer>> {
  const { record, file, officeName, locale } = texts;
  const { title, notes, comment } = wordsOf(line, texts);
  const facts: [string, string][] = [
    [record('at'), paperTime(texts, new Date(line.at))],
    [record('wallet'), formatWalletNumber(number)],
    [record('holder'), holder],
    [record('details'), notes.join('\n')],
    [record('comment'), comment],
    [record('balance'), `${paperAmount(texts, line.balanceAfter)} ${line.asset}`],
    [record('line'), line.entryId],
    [record('subject'), line.subject],
  ];
  return makePdf({
    title: `${record('title')} ${line.entryId}`,
    locale,
    fontSize: 10,
    foot: {
      text: record('foot', { office: officeName, at: paperTime(texts, now()) }),
      pages: file('pages', { page: '{page}', pages: '{pages}' }),
    },
    content: [
      brandHead({ officeName, title: record('title'), lines: [`${record('line')} ${line.entryId}`] }),
      { text: title, fontSize: 13, bold: true },
      {
        text: [
          paperAmount(texts, line.amount, true),
          { text: ` ${line.asset}`, fontSize: 14, color: inks.muted },
        ],
        fontSize: 26,
        bold: true,
        margin: [0, 2, 0, 14],
      },
      {
        layout: 'rows',
        table: {
          headerRows: 0,
          widths: [150, '*'],
          body: facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => [{ text: name, color: inks.muted }, { text: value }]),
        },
      },
    ],
  });
}
