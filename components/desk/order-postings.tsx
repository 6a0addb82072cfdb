import { useTranslations } from 'next-intl';
import { OrderEntries } from '@/components/ledger/order-entries';
import { Card } from '@/components/ui/card';
import type { DeskOrder } from '@/lib/exchange/desk-order';
import { entriesId } from './entries-link';

/** What the ledger holds of the order. */
export function OrderPostings({ opened, linked }: { opened: DeskOrder; linked: boolean }) {
  const t = useTranslations('desk.postings');
  if (opened.transfers === null) return null;
  return (
    <Card id={entriesId} title={t('title')} flush className="scroll-mt-4">
      <div className="py-3">
        <OrderEntries transfers={opened.transfers} linked={linked} />
      </div>
    </Card>
  );
}
