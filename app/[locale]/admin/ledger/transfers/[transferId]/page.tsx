import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { TransferEntries } from '@/components/ledger/transfer-entries';
import { TransferKind } from '@/components/ledger/transfer-kind';
import { TransferSubject } from '@/components/ledger/transfer-subject';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import { transferById } from '@/lib/ledger/transfer-queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ledger.transfer');
  return pageMetadata({ title: t('title') });
}

/** One transfer with both columns of its entries. */
export default async function TransferPage({ params }: { params: Promise<{ transferId: string }> }) {
  const actor = await requirePageRole('admin', 'accountant');
  const transfer = await transferById(actor, (await params).transferId);
  if (!transfer) notFound();
  const t = await getTranslations('ledger.transfer');
  const links = { reverses: transfer.reversesId, reversed: transfer.reversedById } as const;
  return (
    <div className="grid gap-5">
      <PageHead title={<TransferKind kind={transfer.kind} />} />
      <Card title={t('entries')} flush>
        {transfer.entries.length === 0 && <p className="px-5 pt-2 text-sm text-muted">{t('noEntries')}</p>}
        <TransferEntries transfer={transfer} linked />
      </Card>
      <Card className="max-w-xl">
        <DescriptionList>
          <DescriptionItem term={t('when')}>
            <Time value={transfer.at} />
          </DescriptionItem>
          <DescriptionItem term={t('by')}>{transfer.actor}</DescriptionItem>
          {transfer.subject && (
            <DescriptionItem term={t('subject')}>
              <TransferSubject subject={transfer.subject} />
            </DescriptionItem>
          )}
          {transfer.note && (
            <DescriptionItem term={t('note')}>
              <span className="break-words">{transfer.note}</span>
            </DescriptionItem>
          )}
          {(['reverses', 'reversed'] as const).map((name) => {
            const id = links[name];
            return (
              id && (
                <DescriptionItem key={name} term={t(name)}>
                  <Link
                    className="link font-mono text-xs whitespace-nowrap"
                    href={`/admin/ledger/transfers/${id}`}
                  >
                    {id}
                  </Link>
                </DescriptionItem>
              )
            );
          })}
          <DescriptionItem term={t('id')}>
            <span className="font-mono text-xs">{transfer.id}</span>
          </DescriptionItem>
        </DescriptionList>
      </Card>
    </div>
  );
}
