import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import type { LineTranslator } from '@/lib/wallet/line-words';
import type { MethodTitles } from '@/lib/wallet/method-titles';

/** A text of a namespace: what the pages' own translator is, too. */
type Translator = (key: string, values?: Record<string, string>) => string;

/** Whatever a statement or a receipt needs to speak the reader's language. */
export type PaperTexts = {
  locale: Locale;
  timeZone: string;
  officeName: string;
  /** Of `wallet.statement.file`. */
  file: Translator;
  /** Of `wallet.statement.csvHead`. */
  csvHead: Translator;
  /** Of `wallet.record`. */
  record: Translator;
  /** Of `wallet.line`. */
  line: LineTranslator;
  titles: MethodTitles;
};

/** Making one takes longer than a hundred uses of it, and a statement tells a thousand times. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** A moment on paper, in the office's zone. */
export function paperTime({ locale, timeZone }: PaperTexts, at: Date): string {
  const key = `${locale} ${timeZone}`;
  const format =
    timeFormats.get(key) ??
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  timeFormats.set(key, format);
  return format.format(at);
}

/** A day `2026-11-22` on paper. */
export function paperDay({ locale }: PaperTexts, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** An amount on paper with all digits of its asset, so that columns stand under each other. */
export function paperAmount({ locale }: PaperTexts, amount: string, signed = false): string {
  return formatAmount(amount, locale, { exact: true, signed });
}
