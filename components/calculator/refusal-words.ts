import type { PricePreview } from '@/lib/exchange/preview-price';
import type { Locale } from '@/lib/i18n/locales';
import { amountWords, type Words } from './words';

type Refusal = Extract<PricePreview, { ok: false }>;

type Speech = { t: Words; errors: Words; locale: Locale };

/** Why an amount is refused, in one sentence with the amount that would be right. */
export function refusalWords({ code, field, nearest }: Refusal, asset: string, speech: Speech): string {
  const { t, errors, locale } = speech;
  if (code === 'invalid_input' && field) return errors(`fields.${field.problem.key}`, field.problem.params);
  const amount = nearest && field ? nearest[field.name] : undefined;
  if (!amount) return errors(code);
  return t(`refusal.${code}`, { amount: amountWords(amount, asset, locale) });
}
