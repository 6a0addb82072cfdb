import type { Locale } from '@/lib/i18n/locales';

/** At which a line is never broken. The narrow one of typography is too narrow in our face to part digits. */
const hardSpace = '\u00a0';

const marks: Record<Locale, { group: string; decimal: string }> = {
  en: { group: ',', decimal: '.' },
  ru: { group: hardSpace, decimal: ',' },
};

type FormatOptions = {
  /** Keeps every zero at the end, as the ledger writes it: for columns of one asset. */
  exact?: boolean;
  /** Puts a plus before what is above zero: for changes of a balance. */
  signed?: boolean;
};

/**
 * A plain decimal ("-1500.50") in the reader's form ("−1,500.50", "−1 500,50"). Works on the text alone: no digit is
 * rounded or added. Zeros at the end are left out beyond two decimals unless `exact`. Throws on anything that is not
 * a plain decimal, because a wrong amount must not be shown.
 */
export function formatAmount(value: string, locale: Locale, options: FormatOptions = {}): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!parts) throw new Error('Not a plain decimal');
  const [, minus = '', whole = '', fraction = ''] = parts;
  const { group, decimal } = marks[locale];
  const integer = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, group);
  const decimals = options.exact ? fraction : withoutIdleZeros(fraction);
  const zero = /^0*$/.test(whole + fraction);
  const sign = minus && !zero ? '−' : options.signed && !zero ? '+' : '';
  return `${sign}${integer}${decimals && decimal}${decimals}`;
}

function withoutIdleZeros(fraction: string): string {
  return fraction.slice(0, 2) + fraction.slice(2).replace(/0+$/, '');
}
