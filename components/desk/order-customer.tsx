import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import type { DeskOrder } from '@/lib/exchange/desk-order';

/** Who the customer is, as far as he told. */
export function OrderCustomer({ opened: { order, customerName } }: { opened: DeskOrder }) {
  const t = useTranslations('desk.customer');
  const languages = useTranslations('common.languages');
  return (
    <Card title={t('title')}>
      <DescriptionList>
        <DescriptionItem term={t('email')}>
          <span className="[overflow-wrap:anywhere]">{order.email}</span>
          <CopyButton text={order.email} label={t('email')} />
        </DescriptionItem>
        {order.phone && (
          <DescriptionItem term={t('phone')}>
            <span className="numeric">{order.phone}</span>
            <CopyButton text={order.phone} label={t('phone')} />
          </DescriptionItem>
        )}
        <DescriptionItem term={t('account')}>{customerName ?? t('guest')}</DescriptionItem>
        <DescriptionItem term={t('language')}>
          {languages(order.locale === 'ru' ? 'ru' : 'en')}
        </DescriptionItem>
        <DescriptionItem term={t('ip')}>
          <span className="numeric [overflow-wrap:anywhere]">{order.ip}</span>
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
