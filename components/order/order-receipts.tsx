import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { OrderView } from '@/lib/exchange/order-view';
import type { Locale } from '@/lib/i18n/locales';

/** The notice that the money has come: each payment with what the system calls it. */
export function OrderReceipts({ order, locale }: { order: OrderView; locale: Locale }) {
  const t = useTranslations('payments.received');
  const { receipts } = order;
  if (receipts.length === 0) return null;
  return (
    <Card title={t(receipts.length > 1 ? 'several' : 'title')}>
      <div className="grid gap-4" data-testid="receipts">
        {receipts.map(({ id, amount, asset, system, wallet, externalId, at }) => (
          <DescriptionList key={id}>
            <DescriptionItem term={t('amount')}>
              <Amount value={amount} code={asset} className="font-semibold" />
            </DescriptionItem>
            {(system || wallet) && (
              <DescriptionItem term={t('system')}>{system?.[locale] ?? t('wallet')}</DescriptionItem>
            )}
            {externalId && (
              <DescriptionItem term={t('reference')}>
                <span className="flex items-center gap-1">
                  <span className="numeric min-w-0 [overflow-wrap:anywhere]">{externalId}</span>
                  <CopyButton text={externalId} label={t('reference')} />
                </span>
              </DescriptionItem>
            )}
            <DescriptionItem term={t('at')}>
              <Time value={new Date(at)} show="exact" />
            </DescriptionItem>
          </DescriptionList>
        ))}
      </div>
    </Card>
  );
}
