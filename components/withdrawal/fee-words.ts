import { useLocale, useTranslations } from 'next-intl';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import { formatUnitsShort } from '@/lib/money';
import type { WithdrawalWay } from '@/lib/wallet/withdrawal/withdrawal-ways';

/** "1.5 % + 10 RUB" or "no fee". */
export function useFeeWords(): (way: Pick<WithdrawalWay, 'feeBps' | 'fee'>, asset: string) => string {
  const t = useTranslations('withdrawal.form');
  const locale = toLocale(useLocale());
  return ({ feeBps, fee }, asset) => {
    const share = feeBps > 0 ? `${formatAmount(formatUnitsShort(BigInt(feeBps), 2), locale)}\u00a0%` : '';
    const fixed = fee === null ? '' : `${formatAmount(fee, locale)}\u00a0${asset}`;
    const parts = [share, fixed].filter((part) => part !== '');
    return parts.length > 0 ? t('feeIs', { fee: parts.join(' + ') }) : t('noFee');
  };
}
