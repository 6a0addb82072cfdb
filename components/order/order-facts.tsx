import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { durationWords } from '@/components/calculator/words';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { RequisiteLine } from '@/lib/exchange/order-lines';
import type { OrderSide, OrderView } from '@/lib/exchange/order-view';
import type { Locale } from '@/lib/i18n/locales';
import { plainDecimal } from '@/lib/rates/direction-rate';
import { Fold } from './fold';

type OrderFactsProps = { order: OrderView; locale: Locale };

/** Both amounts; the parameters and the customer's details are folded below them. */
export function OrderFacts({ order, locale }: OrderFactsProps) {
  const t = useTranslations('order');
  const calc = useTranslations('calculator');
  const { from, to, rate } = order;
  return (
    <Card title={t('exchange')}>
      <div className="grid gap-4">
        <div className="grid gap-1">
          <Side label={t('give')} side={from} locale={locale} />
          <ArrowDown aria-hidden="true" className="size-4 text-muted" />
          <Side label={t('get')} side={to} locale={locale} />
        </div>
        <Fold title={t('details')}>
          <DescriptionList>
            <DescriptionItem term={t('rate')}>
              <Amount value={plainDecimal(rate.in)} code={from.asset} /> ={' '}
              <Amount value={plainDecimal(rate.out)} code={to.asset} />
            </DescriptionItem>
            {order.fees.map(({ side, amount, asset }) => (
              <DescriptionItem key={side} term={t('feeOf', { asset })}>
                <Amount value={amount} code={asset} />
              </DescriptionItem>
            ))}
            {order.fees.length === 0 && <DescriptionItem term={t('fee')}>{t('noFee')}</DescriptionItem>}
            <DescriptionItem term={t('usualTime')}>
              {durationWords(calc, order.usualMinutes, 'about')}
            </DescriptionItem>
            <DescriptionItem term={t('createdAt')}>
              <Time value={new Date(order.createdAt)} show="exact" />
            </DescriptionItem>
          </DescriptionList>
          <p className="mt-2 text-sm text-muted">{t(`types.${order.type}`)}</p>
        </Fold>
        <Fold title={t('yourDetails')}>
          <DescriptionList>
            <Lines lines={order.giveRequisites} locale={locale} />
            <Lines lines={order.getRequisites} locale={locale} />
            <DescriptionItem term={t('email')}>
              <span className="[overflow-wrap:anywhere]">{order.email}</span>
            </DescriptionItem>
            {order.phone && <DescriptionItem term={t('phone')}>{order.phone}</DescriptionItem>}
          </DescriptionList>
        </Fold>
      </div>
    </Card>
  );
}

function Side({ label, side, locale }: { label: string; side: OrderSide; locale: Locale }) {
  return (
    <div>
      <p className="text-sm text-muted">
        {label} · {side.titles[locale]}
      </p>
      <Amount value={side.amount} code={side.asset} size="lg" />
    </div>
  );
}

function Lines({ lines, locale }: { lines: RequisiteLine[]; locale: Locale }) {
  return lines.map(({ key, titles, value }) => (
    <DescriptionItem key={`${key} ${value}`} term={titles[locale]}>
      <span className="[overflow-wrap:anywhere]">{value}</span>
    </DescriptionItem>
  ));
}
