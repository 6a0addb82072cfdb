import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { TillForm } from '@/components/cashier/till-form';
import { ClientMessages } from '@/components/ui/client-messages';
import { lookUpAction, writeOffAction } from '../actions';
import { TillClosed, tillClosed } from '../till-closed';
import { TillOff } from '../till-off';
import { tillVisitor } from '../till-visitor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('till.writeOff');
  return pageMetadata({ title: t('title') });
}

/** Money is taken out of a wallet with a reason: never below zero, never what is on hold. */
export default async function WriteOffPage({ searchParams }: { searchParams: PageQuery }) {
  const visitor = await tillVisitor();
  const { cashier } = visitor;
  if (!cashier) return <TillOff visitor={visitor} />;
  if (!cashier.mayWriteOff) notFound();
  const [scan, t, closed] = await Promise.all([
    queryText(searchParams, 'scan'),
    getTranslations('till.writeOff'),
    tillClosed(cashier, cashier.assets),
  ]);
  return (
    <ClientMessages namespaces={['till', 'order']}>
      <div className="mx-auto grid w-full max-w-xl gap-5">
        <h1>{t('title')}</h1>
        {closed ? (
          <TillClosed why={closed} />
        ) : (
          <TillForm
            kind="write_off"
            assets={cashier.assets}
            pictureRequired={cashier.pictureRequired}
            idempotencyKey={randomUUID()}
            scanAtOnce={scan === '1'}
            lookUp={lookUpAction}
            action={writeOffAction}
          />
        )}
      </div>
    </ClientMessages>
  );
}
