import { toCardinal as inEnglish } from 'n2words/en-GB';
import { toCardinal as inRussian } from 'n2words/ru-RU';
import type { Locale } from '@/lib/i18n/locales';

const spellings: Record<Locale, (whole: bigint) => string> = {
  en: (whole) => inEnglish(whole),
  ru: (whole) => inRussian(whole),
};

/**
 * A plain decimal as receipts write it: the whole part in words, the asset's code, the rest as a fraction:
 * "1500.50", RUB: `one thousand five hundred RUB 50/100`. Zeros at the end are left out beyond two decimals, so that
 * figures and words agree with `formatAmount`. Throws on anything that is not a plain decimal of zero or more.
 */
export function amountInWords(value: string, asset: string, locale: Locale): string {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(value);
  if (!parts?.[1]) throw new Error('Not a plain decimal');
  const [, whole, fraction = ''] = parts;
  const words = `${spellings[locale](BigInt(whole))} ${asset}`;
  const shown = fraction.slice(0, 2) + fraction.slice(2).replace(/0+$/, '');
  return shown === '' ? words : `${words} ${shown}/1${'0'.repeat(shown.length)}`;
}
