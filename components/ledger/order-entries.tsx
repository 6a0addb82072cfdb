import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Time } from '@/components/ui/time';
import type { TransferView } from '@/lib/ledger/transfer-queries';
import { TransferEntries } from './transfer-entries';
import { TransferKind } from './transfer-kind';

type OrderEntriesProps = {
  /** `transfersOf(actor, orderId)` */
  transfers: TransferView[];
  /** Links into the ledger, for those who may read it: accountants and admins. */
  linked?: boolean;
};

/** Everything the ledger holds of one order, in the order it was written. For staff. */
export function OrderEntries({ transfers, linked = false }: OrderEntriesProps) {
  const t = useTranslations('ledger.order');
  if (transfers.length === 0) return <p className="text-sm text-muted">{t('empty')}</p>;
  return (
    <ol className="grid gap-5">
      {transfers.map((transfer) => (
        <li key={transfer.id} className="grid gap-1">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 sm:px-5">
            <h3 className="text-sm font-semibold">
              {linked ? (
                <Link className="link" href={`/admin/ledger/transfers/${transfer.id}`}>
                  <TransferKind kind={transfer.kind} />
                </Link>
              ) : (
                <TransferKind kind={transfer.kind} />
              )}
            </h3>
            <span className="text-sm text-muted">
              {transfer.actor} · <Time value={transfer.at} show="exact" />
            </span>
          </div>
          <TransferEntries transfer={transfer} linked={linked} />
        </li>
      ))}
    </ol>
  );
}
