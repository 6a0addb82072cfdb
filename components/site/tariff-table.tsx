import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { pairPath } from '@/components/calculator/pair-path';
import { amountWords, durationWords, feeTerms, rangeWords, rateWords } from '@/components/calculator/words';
import { MethodMark } from '@/components/method/method-mark';
import { Table, Td, Th } from '@/components/ui/table';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { Tariff } from './tariff-groups';

/** What one method can be exchanged for, and on what terms. */
export function TariffTable({ tariffs, caption }: { tariffs: Tariff[]; caption: string }) {
  const t = useTranslations('site.tariffs');
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th className="w-[20%]">{t('get')}</Th>
          <Th numeric>{t('rate')}</Th>
          <Th numeric>{t('limits')}</Th>
          <Th numeric>{t('reserve')}</Th>
          <Th>{t('fees')}</Th>
          <Th>{t('type')}</Th>
        </tr>
      </thead>
      <tbody>
        {tariffs.map((tariff) => (
          <TariffRow key={tariff.direction.id} {...tariff} />
        ))}
      </tbody>
    </Table>
  );
}

function TariffRow({ direction, from, to }: Tariff) {
  const t = useTranslations('site.tariffs');
  const calc = useTranslations('calculator');
  const locale = toLocale(useLocale());
  const { rate, give, reserve, fees, type, usualMinutes } = direction;
  return (
    <tr>
      <Td>
        <Link
          href={pairPath(from.code, to.code)}
          prefetch={false}
          className="flex min-h-11 items-center gap-2.5 font-medium hover:underline md:min-h-9"
        >
          <MethodMark method={to} size="sm" />
          <span>
            {to.titles[locale]} <span className="font-normal text-muted">{to.asset}</span>
          </span>
        </Link>
      </Td>
      <Td numeric label={t('rate')}>
        {rate && rateWords(calc, rate, { from: from.asset, to: to.asset, locale })}
      </Td>
      <Td numeric label={t('limits')}>
        {give
          ? give.endless
            ? rangeWords(calc, give, from.asset, locale)
            : `${formatAmount(give.min, locale)} – ${amountWords(give.max, from.asset, locale)}`
          : t('noReserve')}
      </Td>
      <Td numeric label={t('reserve')}>
        {reserve === null ? t('anyAmount') : amountWords(reserve, to.asset, locale)}
      </Td>
      <Td label={t('fees')}>
        <span className="numeric">
          {fees.map((fee) => feeTerms(calc, fee, locale)).join('; ') || calc('fee.none')}
        </span>
      </Td>
      <Td label={t('type')}>
        <span>
          <span className="md:block">{t(`typeShort.${type}`)}</span>
          <span className="md:hidden">, </span>
          <span className="whitespace-nowrap text-muted md:block md:text-xs">
            {durationWords(calc, usualMinutes, 'about')}
          </span>
        </span>
      </Td>
    </tr>
  );
}
