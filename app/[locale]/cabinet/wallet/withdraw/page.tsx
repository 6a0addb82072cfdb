import { randomUUID } from 'node:crypto';
import { Landmark, Wallet } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { requisiteInputs } from '@/components/order/requisite-inputs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { WalletOff } from '@/components/wallet/wallet-off';
import { AssetChoice, WayChoice } from '@/components/withdrawal/way-choice';
import { WithdrawForm } from '@/components/withdrawal/withdraw-form';
import { WithdrawalsTable } from '@/components/withdrawal/withdrawals-table';
import type { Actor } from '@/lib/auth/actor';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import { walletSettings } from '@/lib/wallet/wallet-settings';
import { ownWithdrawals } from '@/lib/wallet/withdrawal/withdrawal-queries';
import {
  type WithdrawalAsset,
  type WithdrawalWay,
  withdrawalAssets,
} from '@/lib/wallet/withdrawal/withdrawal-ways';
import { confirmAction, reviewAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('withdrawal');
  return pageMetadata({ title: t('title') });
}

/** Money out of the wallet: which, by what way, where to and how much; below, what was withdrawn before. */
export default async function WithdrawPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole();
  const settings = await walletSettings();
  if (!settings.on) return <WalletOff />;
  const [asset, method, after] = await Promise.all([
    queryText(searchParams, 'asset'),
    queryText(searchParams, 'method'),
    queryText(searchParams, 'after'),
  ]);
  const t = await getTranslations('withdrawal');
  const { rows, next } = await ownWithdrawals({ actor, after });
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="grid gap-1">
        <Link href="/cabinet/wallet" className="link w-fit text-sm">
          {t('back')}
        </Link>
        <h1>{t('title')}</h1>
        <p className="max-w-[68ch] text-muted">{t('lead')}</p>
      </div>
      {settings.uses.withdrawals ? (
        <NewWithdrawal actor={actor} asked={{ asset, method }} />
      ) : (
        <Card>
          <EmptyState icon={Landmark} title={t('none.offTitle')}>
            {t('none.offText')}
          </EmptyState>
        </Card>
      )}
      {rows.length > 0 && (
        <Card flush title={t('list.title')}>
          <WithdrawalsTable withdrawals={rows} />
        </Card>
      )}
      <Pagination
        {...(after && { previousHref: '/cabinet/wallet/withdraw' })}
        {...(next && { nextHref: `/cabinet/wallet/withdraw?after=${next}` })}
      />
    </div>
  );
}

type Asked = { asset: string; method: string };

async function NewWithdrawal({ actor, asked }: { actor: Actor; asked: Asked }) {
  const t = await getTranslations('withdrawal');
  const assets = await withdrawalAssets(actor);
  const offered = assets.filter(({ available, ways }) => ways.length > 0 || isAboveZero(available));
  const richest = offered.find(({ available, ways }) => ways.length > 0 && isAboveZero(available));
  const chosen = offered.find(({ asset }) => asset === asked.asset) ?? richest ?? offered[0];
  if (!chosen)
    return (
      <Card>
        <EmptyState icon={Landmark} title={t('none.waysTitle')}>
          {t('none.waysText')}
        </EmptyState>
      </Card>
    );
  const { ways, available } = chosen;
  const way = ways.find(({ code }) => code === asked.method) ?? (ways.length === 1 ? ways[0] : undefined);
  return (
    <>
      <Card title={t('form.asset')}>
        <AssetChoice assets={offered} chosen={chosen.asset} />
      </Card>
      {ways.length === 0 ? (
        <Card>
          <EmptyState icon={Landmark} title={t('none.assetTitle', { asset: chosen.asset })}>
            {t('none.waysText')}
          </EmptyState>
        </Card>
      ) : isAboveZero(available) ? (
        <>
          <Card title={t('form.way')}>
            <WayChoice asset={chosen.asset} ways={ways} chosen={way?.code} />
          </Card>
          {way && <WayForm asset={chosen} way={way} />}
        </>
      ) : (
        <Card>
          <EmptyState
            icon={Wallet}
            title={t('none.moneyTitle', { asset: chosen.asset })}
            action={<ButtonLink href="/cabinet/top-up">{t('none.topUp')}</ButtonLink>}
          >
            {t('none.moneyText')}
          </EmptyState>
        </Card>
      )}
    </>
  );
}

async function WayForm({
  asset: { asset, scale, available },
  way,
}: {
  asset: WithdrawalAsset;
  way: WithdrawalWay;
}) {
  const t = await getTranslations('withdrawal.form');
  const locale = toLocale(await getLocale());
  const told = (amount: string) => `${formatAmount(amount, locale)}\u00a0${asset}`;
  // The reserve is told only where it is what stops the customer.
  const bounds = [
    way.min && t('min', { amount: told(way.min) }),
    way.max && t('max', { amount: told(way.max) }),
    isLess(way.reserve, available) && t('reserve', { amount: told(way.reserve) }),
  ].filter((words) => typeof words === 'string');
  const side = {
    side: 'get' as const,
    title: way.titles[locale],
    fields: requisiteInputs(way.fields, 'get', locale),
    saved: way.saved,
  };
  return (
    <ClientMessages namespaces={['order', 'withdrawal']}>
      <WithdrawForm
        key={way.code}
        review={reviewAction}
        confirm={confirmAction}
        methodCode={way.code}
        pageKey={randomUUID()}
        side={side}
        costs={{ asset, scale, available, feeBps: way.feeBps, fee: way.fee }}
        most={way.most}
        bounds={bounds.join(' ')}
      />
    </ClientMessages>
  );
}

function isAboveZero(amount: string): boolean {
  return /[1-9]/.test(amount) && !amount.startsWith('-');
}

/** Both with the same number of decimals, as `formatUnits` writes them. */
function isLess(a: string, b: string): boolean {
  return BigInt(a.replace('.', '')) < BigInt(b.replace('.', ''));
}
