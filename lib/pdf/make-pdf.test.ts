import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { pdfText } from '@/scripts/testing/pdf-text';
import { brandHead } from './brand-head';
import { makePdf } from './make-pdf';
import type { PdfDocument } from './pdf-document';

const paper = (given: Partial<PdfDocument> = {}): PdfDocument => ({
  title: 'Test',
  locale: 'ru',
  content: ['Сумма 1 500,50 ₽'],
  ...given,
});

describe('a document', () => {
  it('is a PDF whose Cyrillic, Latin and signs of money can be read, with numbered pages', async () => {
    const bytes = await makePdf(
      paper({
        content: [
          brandHead({ officeName: 'Kantor', title: 'Выписка' }),
          'Ёжик − €5 №7',
          { text: 'next', pageBreak: 'before' },
        ],
        foot: { text: 'Kantor', pages: 'Страница {page} из {pages}' },
      }),
    );
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const [first = '', second = ''] = pdfText(bytes).split('\f');
    expect(first).toContain('Выписка');
    expect(first).toContain('Ёжик − €5 №7');
    expect(first).toContain('Страница 1 из 2');
    expect(second).toContain('next');
  });

  it('takes any text that a person can type as text', async () => {
    const typed = '<svg onload=x> {page} {{7*7}} \\u0000 \ud800 😀 עברית‮abc\n\n=cmd|';
    await expect(makePdf(paper({ content: [{ text: typed }, typed] }))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('reads no file and no address, though its content names one', async () => {
    for (const image of ['/etc/hostname', 'http://127.0.0.1:9/x.png', 'file:///etc/hostname'])
      await expect(makePdf(paper({ content: [{ image }] }))).rejects.toThrow('could not be drawn');
  });

  it('that cannot be drawn does not keep the next one from being drawn', async () => {
    await expect(makePdf(paper({ content: [{ image: 'data:image/png;base64,AAAA' }] }))).rejects.toThrow();
    await expect(makePdf(paper())).resolves.toBeInstanceOf(Uint8Array);
  });

  it('is refused where too many wait before it', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => makePdf(paper())));
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused[0]).toMatchObject({ reason: { code: 'unavailable' } });
  });

  it('of a thousand rows is drawn while the server goes on answering', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [
      `line ${i}`,
      'Перевод с кошелька 482 109 3755',
      '1 500,50',
    ]);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const begun = performance.now();
    const bytes = await makePdf(paper({ content: [{ table: { body: rows }, layout: 'rows' }] }));
    const took = performance.now() - begun;
    delay.disable();
    expect(pdfText(bytes)).toContain('line 999');
    // Drawn in this thread it would stand still for nearly all of the time.
    expect(delay.max / 1e6).toBeLessThan(took / 2);
  });
});
