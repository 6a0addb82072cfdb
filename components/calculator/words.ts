import type { FeeView, RangeView, RateView } from '@/lib/exchange/catalog-types';
import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';

/** A translator of the namespace `calculator`. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

const hardSpace = '\u00a0';

/** "1,500.00 RUB": a plain decimal in the reader's form, never broken from its asset. */
export function amountWords(value: string, asset: string, locale: Locale): string {
  return `${formatAmount(value, locale)}${hardSpace}${asset}`;
}

/** "From 10 to 500 USD", or only from where, where nothing sets an end. */
export function rangeWords(
  t: Words,
  { min, max, endless }: RangeView,
  asset: string,
  locale: Locale,
): string {
  const words = { min: amountWords(min, asset, locale), max: amountWords(max, asset, locale) };
  return endless ? t('rangeFrom', words) : t('range', words);
}

/** "1 BTC = 8,912,345 RUB": the side that is one comes first; within one asset it is said what is paid for what. */
export function rateWords(
  t: Words,
  rate: RateView,
  { from, to, locale }: { from: string; to: string; locale: Locale },
): string {
  const given = amountWords(rate.in, from, locale);
  const got = amountWords(rate.out, to, locale);
  if (from === to) return t('rate.sameAsset', { given, got });
  return isOne(rate.out) ? `${got} = ${given}` : `${given} = ${got}`;
}

/** "0.5 % + 1.00 USD, at least 5.00 USD". */
export function feeTerms(t: Words, fee: FeeView, locale: Locale): string {
  const percent = isZero(fee.percent) ? [] : [`${formatAmount(fee.percent, locale)}${hardSpace}%`];
  const fixed = isZero(fee.fixed) ? [] : [amountWords(fee.fixed, fee.asset, locale)];
  const terms = [...percent, ...fixed].join(' + ');
  if (isZero(fee.min)) return terms;
  const least = amountWords(fee.min, fee.asset, locale);
  return terms ? t('fee.atLeast', { terms, least }) : least;
}

/** A time in the unit that tells it shortest; `about` for what usually happens, `exact` for what is promised. */
export function durationWords(t: Words, minutes: number, how: 'about' | 'exact'): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return t(`duration.${how}.days`, { count: minutes / 1440 });
  if (minutes >= 60 && minutes % 60 === 0) return t(`duration.${how}.hours`, { count: minutes / 60 });
  return t(`duration.${how}.minutes`, { count: minutes });
}

/** Whether a plain decimal is nought, however many decimals it is written with. */
export function isZero(value: string): boolean {
  return /^0*(?:\.0*)?$/.test(value);
}

function isOne(value: string): boolean {
  return /^1(?:\.0*)?$/.test(value);
}
