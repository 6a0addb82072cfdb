import { formatAmount } from '@/lib/format-amount';
import type { Locale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import type { TopUpWayView } from '@/lib/wallet/top-up/top-up-page';

/** "1.5 % + 10 RUB", or null where nothing is charged. */
export function feeWords(
  { feeBps, feeFixed }: Pick<TopUpWayView, 'feeBps' | 'feeFixed'>,
  asset: string,
  locale: Locale,
): string | null {
  const percent =
    feeBps === 0
      ? []
      : [`${formatAmount(formatUnits(BigInt(feeBps), 2).replace(/\.?0+$/, ''), locale)}\u00a0%`];
  const fixed = /[1-9]/.test(feeFixed) ? [`${short(feeFixed, locale)}\u00a0${asset}`] : [];
  return [...percent, ...fixed].join(' + ') || null;
}

/** An amount without decimals where all of them are zeros. */
export function short(amount: string, locale: Locale): string {
  return formatAmount(amount.replace(/\.0+$/, ''), locale);
}
