import { randomUUID } from 'node:crypto';
import { X } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { TillForm } from '@/components/cashier/till-form';
import { Alert } from '@/components/ui/alert';
import { ClientMessages } from '@/components/ui/client-messages';
import { type WaitingRequest, waitingRequest } from '@/lib/wallet/top-up/waiting-requests';
import { lookUpAction, topUpAction } from './actions';
import { TillClosed, tillClosed } from './till-closed';
import { TillOff } from './till-off';
import { tillVisitor } from './till-visitor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('till.topUp');
  return pageMetadata({ title: t('title') });
}

/** A wallet is credited against real money: by the number, or by a request that the customer sent before. */
export default async function TopUpPage({ searchParams }: { searchParams: PageQuery }) {
  const visitor = await tillVisitor();
  const { actor, cashier } = visitor;
  if (!cashier) return <TillOff visitor={visitor} />;
  const [requestId, scan, t] = await Promise.all([
    queryText(searchParams, 'request'),
    queryText(searchParams, 'scan'),
    getTranslations('till.topUp'),
  ]);
  const request = requestId ? await orNotFound(waitingRequest(actor, requestId)) : null;
  const assets = cashier.assets.filter(({ open }) => open);
  const closed = await tillClosed(cashier, assets);
  return (
    <ClientMessages namespaces={['till', 'order']}>
      <div className="mx-auto grid w-full max-w-xl gap-5">
        <h1>{t('title')}</h1>
        {request && <RequestNote request={request} />}
        {closed ? (
          <TillClosed why={closed} />
        ) : (
          <TillForm
            key={request?.id}
            kind="top_up"
            assets={assets}
            // The picture that came with a request serves as well.
            pictureRequired={cashier.pictureRequired && !request?.receiptFileId}
            idempotencyKey={randomUUID()}
            prefilled={request ? prefilledBy(request) : undefined}
            scanAtOnce={scan === '1'}
            lookUp={lookUpAction}
            action={topUpAction}
          />
        )}
      </div>
    </ClientMessages>
  );
}

function prefilledBy({ id, walletNumber, asset, amount, moneyKind, comment }: WaitingRequest) {
  return { topUpId: id, number: walletNumber, asset, amount, moneyKind, comment };
}

async function RequestNote({ request: { number, receiptFileId } }: { request: WaitingRequest }) {
  const t = await getTranslations('till');
  return (
    <Alert tone="info">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>{t('topUp.ofRequest', { number })}</span>
        {receiptFileId && (
          <a href={`/api/receipts/${receiptFileId}`} target="_blank" rel="noreferrer" className="link">
            {t('requests.openReceipt')}
          </a>
        )}
        <Link href="/cashier" className="link inline-flex items-center gap-1">
          <X aria-hidden="true" className="size-3.5" />
          {t('topUp.dropRequest')}
        </Link>
      </div>
    </Alert>
  );
}
