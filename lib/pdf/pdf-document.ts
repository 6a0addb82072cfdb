import type { Content, Style } from 'pdfmake';
import type { Locale } from '@/lib/i18n/locales';

/**
 * A document as it goes to the thread that draws it: data alone, no functions. Sizes are points, 72 of them an inch;
 * a paper of 80 mm is 226.8 wide. The face is that of the pages, Golos Text: Latin, Cyrillic and the signs of money.
 */
export type PdfDocument = {
  /** Shown by the reader's program as the name of the window. */
  title: string;
  locale: Locale;
  content: Content;
  /** A roll of paper has a width and `auto` as its height. A4 if not said. */
  pageSize?: 'A4' | { width: number; height: number | 'auto' };
  /** Left, top, right, bottom. */
  pageMargins?: [number, number, number, number];
  fontSize?: number;
  styles?: Record<string, Style>;
  /** At the foot of every page: a text at the left, and at the right the page's number with `{page}` and `{pages}` filled in. */
  foot?: { text: string; pages: string };
  /** Whoever opens it is asked about printing at once: for receipts at a counter. */
  print?: boolean;
};

/** Colours of the house on paper; the accent is the one of its mark. */
export const inks = { accent: '#0b595f', text: '#231d17', muted: '#6b635a', line: '#ddd7cd' } as const;

/**
 * A cell of a column of amounts: even figures, as on the pages. For such cells alone: words that are drawn with a
 * feature of the face are measured anew each time, which takes three times as long.
 */
export const figures: Style = { alignment: 'right', noWrap: true, fontFeatures: ['tnum'] };

/** A point of paper in millimetres. */
export function millimetres(length: number): number {
  return (length * 72) / 25.4;
}
