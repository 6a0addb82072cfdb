import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { durationWords } from '@/components/calculator/words';
import { MethodMark } from '@/components/method/method-mark';
import { Amount } from '@/components/ui/amount';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import type { DirectionPageView, MethodView } from '@/lib/exchange/catalog-types';
import type { QuoteView } from '@/lib/exchange/quote-view';
import type { Locale } from '@/lib/i18n/locales';

type QuoteSummaryProps = { quote: QuoteView; direction: DirectionPageView; locale: Locale };

/** What is exchanged for what: both frozen amounts, then the rate, each fee, who does it and how long it takes. */
export function QuoteSummary({ quote, direction, locale }: QuoteSummaryProps) {
  const t = useTranslations('order');
  const calc = useTranslations('calculator');
  const { give, get, rate } = quote;
  const fees = [give, get].filter(({ fee }) => /[1-9]/.test(fee));
  const atOnce =
    quote.type === 'automatic' &&
    direction.fromMethod.kind === 'wallet' &&
    direction.toMethod.kind === 'wallet';
  const change = { pathname: `/exchange/${give.code}-${get.code}`, query: { give: give.amount } };
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <Side label={t('give')} method={direction.fromMethod} amount={give.amount} locale={locale} />
        <ArrowDown aria-hidden="true" className="ms-2 size-4 text-muted" />
        <Side label={t('get')} method={direction.toMethod} amount={get.amount} locale={locale} />
      </div>
      <DescriptionList>
        <DescriptionItem term={t('rate')}>
          <Amount value={rate.in} code={give.asset} /> = <Amount value={rate.out} code={get.asset} />
        </DescriptionItem>
        {fees.map(({ fee, asset, code }) => (
          <DescriptionItem key={code} term={t('feeOf', { asset })}>
            <Amount value={fee} code={asset} />
          </DescriptionItem>
        ))}
        {fees.length === 0 && <DescriptionItem term={t('fee')}>{t('noFee')}</DescriptionItem>}
        <DescriptionItem term={t('usualTime')}>
          {atOnce ? t('wallet.atOnce') : durationWords(calc, direction.usualMinutes, 'about')}
        </DescriptionItem>
        {direction.fromMethod.kind !== 'wallet' && (
          <DescriptionItem term={t('timeToPay')}>
            {durationWords(calc, direction.expiryMinutes, 'exact')}
          </DescriptionItem>
        )}
      </DescriptionList>
      <p className="text-sm text-muted">{t(`types.${quote.type}`)}</p>
      <Link href={change} className="link justify-self-start text-sm">
        {t('form.change')}
      </Link>
    </div>
  );
}

type SideProps = { label: string; method: MethodView; amount: string; locale: Locale };

function Side({ label, method, amount, locale }: SideProps) {
  return (
    <div className="flex items-center gap-3">
      <MethodMark method={method} size="md" />
      <div className="min-w-0">
        <p className="text-sm text-muted">
          {label} · {method.titles[locale]}
        </p>
        <p>
          <Amount value={amount} code={method.asset} size="lg" />
        </p>
      </div>
    </div>
  );
}
