import { useLocale, useTranslations } from 'next-intl';
import { amountWords, rangeWords, rateWords } from '@/components/calculator/words';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import type { DirectionPageView, RangeView } from '@/lib/exchange/catalog-types';
import { toLocale } from '@/lib/i18n/locales';

/** Rate, limits of both sides and reserve of one direction. */
export function PairFigures({ direction }: { direction: DirectionPageView }) {
  const t = useTranslations('site.pair');
  const calc = useTranslations('calculator');
  const locale = toLocale(useLocale());
  const { rate, give, get, reserve, fromMethod, toMethod } = direction;
  const assets = { from: fromMethod.asset, to: toMethod.asset, locale };
  const range = (side: RangeView, asset: string) => rangeWords(calc, side, asset, locale);
  return (
    <DescriptionList>
      {rate && <DescriptionItem term={t('rate')}>{rateWords(calc, rate, assets)}</DescriptionItem>}
      {give && <DescriptionItem term={t('giveRange')}>{range(give, fromMethod.asset)}</DescriptionItem>}
      {get && <DescriptionItem term={t('getRange')}>{range(get, toMethod.asset)}</DescriptionItem>}
      {reserve !== null && (
        <DescriptionItem term={calc('reserve')}>
          {amountWords(reserve, toMethod.asset, locale)}
        </DescriptionItem>
      )}
    </DescriptionList>
  );
}
