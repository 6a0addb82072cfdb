import { useLocale, useTranslations } from 'next-intl';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import { type LineWords, lineWords } from '@/lib/wallet/line-words';
import type { MethodTitles } from '@/lib/wallet/method-titles';
import type { WalletLineView } from '@/lib/wallet/wallet-line';

/** A line of the history in the reader's words. */
export function useLineWords(titles: MethodTitles): (line: WalletLineView) => LineWords {
  const t = useTranslations('wallet.line');
  const locale = toLocale(useLocale());
  return (line) => lineWords(line, { t, locale, titles, amountOf: (amount) => formatAmount(amount, locale) });
}
