import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DeskOrder } from '@/lib/exchange/desk-order';

/** Where the entries of the open order stand. */
export const entriesId = 'entries';

/** An amount of the order that leads to its entries in the ledger, for those who may read them. */
export function EntriesLink({ opened, children }: { opened: DeskOrder; children: ReactNode }) {
  const t = useTranslations('desk.postings');
  if (!opened.transfers?.length) return <>{children}</>;
  return (
    <a href={`#${entriesId}`} title={t('seeEntries')} className="underline-offset-4 hover:underline">
      {children}
    </a>
  );
}
