import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { ClientMessages } from '@/components/ui/client-messages';
import { TransferDone } from '@/components/wallet/transfer-done';
import { TransferForm } from '@/components/wallet/transfer-form';
import { NothingToTransfer, TransfersOff } from '@/components/wallet/transfer-impossible';
import { TransferSummaryCard } from '@/components/wallet/transfer-summary';
import { WalletOff } from '@/components/wallet/wallet-off';
import { transferAssets } from '@/lib/wallet/check-transfer';
import { sentTransfer } from '@/lib/wallet/transfer-view';
import { walletSettings } from '@/lib/wallet/wallet-settings';
import { check, lookUp, send } from './actions';
import { openDraft } from './draft';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wallet.transfer');
  return pageMetadata({ title: t('title') });
}

/** To another wallet: what is wanted, what will be done, what was done; each is an address of its own. */
export default async function TransferPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole();
  const settings = await walletSettings();
  if (!settings.on) return <WalletOff />;
  const [done, sealed, change, again] = await Promise.all(
    ['done', 'draft', 'change', 'again'].map((name) => queryText(searchParams, name)),
  );
  const transfer = done ? await sentTransfer(actor, done) : null;
  if (transfer) return <TransferDone transfer={transfer} again={again === '1'} />;
  const t = await getTranslations('wallet.transfer');
  const draft = sealed ? await openDraft(sealed, actor.userId) : null;
  const assets = settings.uses.transfers ? await transferAssets(actor) : [];
  const sendable = assets.filter(({ available }) => /[1-9]/.test(available));
  return (
    <div className="grid max-w-xl grid-cols-1 gap-5">
      <div className="grid gap-1">
        <h1>{t('title')}</h1>
        <p className="text-muted">{t('lead')}</p>
      </div>
      {!settings.uses.transfers ? (
        <TransfersOff />
      ) : draft && sealed && change !== '1' ? (
        <TransferSummaryCard draft={draft} sealed={sealed} send={send} />
      ) : sendable.length === 0 ? (
        <NothingToTransfer />
      ) : (
        <ClientMessages namespaces={['wallet']}>
          <TransferForm assets={sendable} typed={draft} check={check} lookUp={lookUp} />
        </ClientMessages>
      )}
    </div>
  );
}
