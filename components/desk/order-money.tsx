import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { DeskOrder } from '@/lib/exchange/desk-order';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import { EntriesLink } from './entries-link';

/** Rates at creation and at receipt, what the office earns, and when everything happened. */
export function OrderMoney({ opened }: { opened: DeskOrder }) {
  const { order } = opened;
  const t = useTranslations('desk.money');
  const locale = toLocale(useLocale());
  const { from, to } = order;
  const rate = (value: string, unit: string) => (
    <span className="numeric">
      {formatAmount(value, locale)} <span className="text-muted">{unit}</span>
    </span>
  );
  const market = (value: string | null): ReactNode =>
    value === null ? t('unknown') : rate(value, `${to.asset} / ${from.asset}`);
  const times = [
    ['createdAt', order.createdAt],
    ['expiresAt', order.expiresAt],
    ['receivedAt', order.receivedAt],
    ['completedAt', order.completedAt],
    ['canceledAt', order.canceledAt],
  ] as const;
  return (
    <Card title={t('title')}>
      <DescriptionList>
        <DescriptionItem term={t('rate')}>
          <span className="numeric">
            {formatAmount(order.rateIn, locale)} <span className="text-muted">{from.asset}</span> ={' '}
            {formatAmount(order.rateOut, locale)} <span className="text-muted">{to.asset}</span>
          </span>
        </DescriptionItem>
        <DescriptionItem term={t('marketAtCreation')}>{market(order.marketRate)}</DescriptionItem>
        {order.receivedAt && (
          <DescriptionItem term={t('marketAtReceipt')}>{market(order.receiptMarketRate)}</DescriptionItem>
        )}
        <DescriptionItem term={t('feeGive')}>
          <EntriesLink opened={opened}>
            <Amount value={formatUnits(order.feeGiveUnits, from.scale)} code={from.asset} />
          </EntriesLink>
        </DescriptionItem>
        <DescriptionItem term={t('feeGet')}>
          <EntriesLink opened={opened}>
            <Amount value={formatUnits(order.feeGetUnits, to.scale)} code={to.asset} />
          </EntriesLink>
        </DescriptionItem>
        <DescriptionItem term={t('spread')}>
          <EntriesLink opened={opened}>
            <Amount value={formatUnits(order.spreadUnits, from.scale)} code={from.asset} />
          </EntriesLink>
        </DescriptionItem>
        {times.map(
          ([key, at]) =>
            at && (
              <DescriptionItem key={key} term={t(key)}>
                <Time value={at} />
              </DescriptionItem>
            ),
        )}
      </DescriptionList>
    </Card>
  );
}
