import { describe, expect, it } from 'vitest';
import { statementCsv } from './statement-csv';
import type { PaperTexts } from './statement-texts';
import type { WalletLineView } from './wallet-line';
import type { WalletStatement } from './wallet-statement';

const said = (key: string) => key;
const texts = (locale: 'en' | 'ru'): PaperTexts => ({
  locale,
  timeZone: 'Europe/Moscow',
  officeName: 'Kantor',
  file: said,
  csvHead: said,
  record: said,
  line: said,
  titles: { SBERRUB: { en: 'Sberbank', ru: 'Сбербанк' } },
});

const line = (entryId: number, given: Partial<WalletLineView> = {}): WalletLineView => ({
  entryId: String(entryId),
  at: '2026-11-22T07:00:00.000Z',
  kind: 'top_up',
  asset: 'RUB',
  scale: 2,
  amount: '-12.50',
  balanceAfter: '0.00',
  transferId: 'trf_1',
  subject: 'tlo_1',
  details: {},
  ...given,
});

function statement(lines: () => AsyncIterable<WalletLineView>, holder = 'Anna'): WalletStatement {
  return {
    asset: 'RUB',
    from: '2026-11-01',
    to: '2026-11-30',
    number: '4821093755',
    holder,
    scale: 2,
    timeZone: 'Europe/Moscow',
    opening: '10.00',
    closing: '7.50',
    totalIn: '10.00',
    totalOut: '12.50',
    lineCount: 1,
    lines: lines(),
  };
}

async function* these(...lines: WalletLineView[]) {
  yield* lines;
}

const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

describe('a statement as CSV', () => {
  it('begins with the sums and has a row a line, times on the wall clock of the office', async () => {
    const text = await textOf(
      statementCsv(
        statement(() => these(line(7, { details: { method: 'SBERRUB', receipt: '42' } }))),
        texts('en'),
      ),
    );
    expect(text.split('\n')).toEqual([
      'wallet,482 109 3755,Anna',
      'asset,RUB',
      'period,2026-11-01,2026-11-30,Europe/Moscow',
      'opening,10.00',
      'in,10.00',
      'out,12.50',
      'closing,7.50',
      '',
      'line,at,kind,amount,asset,balance,fee,counterparty,method,receipt,reason,comment,subject',
      '7,2026-11-22 10:00:00,kinds.top_up,-12.50,RUB,0.00,,,Sberbank,42,,,tlo_1',
      '',
    ]);
  });

  it('runs nothing that people typed into names, comments and receipts', async () => {
    const details = { comment: '=HYPERLINK("http://x";1)', receipt: '@SUM(A1)', counterparty: '-2+3' };
    const text = await textOf(
      statementCsv(
        statement(() => these(line(1, { details })), '+7 900'),
        texts('ru'),
      ),
    );
    expect(text).toContain(`;'+7 900\n`);
    expect(text).toContain(`"'=HYPERLINK(""http://x"";1)"`);
    expect(text).toContain(`;'@SUM(A1);`);
    expect(text).toContain(`;'-2+3;`);
    expect(text).toContain(';-12.50;');
  });

  it('keeps little in memory and reads on only as the reader takes it', async () => {
    let read = 0;
    async function* many() {
      for (let id = 1; id <= 200_000; id += 1) {
        read = id;
        yield line(id);
      }
    }
    const reader = statementCsv(statement(many), texts('en')).getReader();
    await reader.read();
    await reader.read();
    expect(read).toBeLessThan(1_000);
    let bytes = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
    expect(read).toBe(200_000);
    expect(bytes).toBeGreaterThan(10_000_000);
  });

  it('breaks, and does not end, where the lines cannot be read on', async () => {
    async function* broken() {
      yield line(1);
      throw new Error('the database went away');
    }
    await expect(textOf(statementCsv(statement(broken), texts('en')))).rejects.toThrow('went away');
  });
});
