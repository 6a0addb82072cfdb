import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/app/_i18n/navigation';
import { buttonClass } from '@/components/ui/button-class';
import { historyParams } from '@/lib/wallet/history-filter';
import type { WalletHistoryFilter } from '@/lib/wallet/wallet-history';
import { walletRecordKinds } from '@/lib/wallet/wallet-record';

/** Which lines are shown: a plain form, so that the choice stands in the address and works without JavaScript. */
export function HistoryFilters({ filter, assets }: { filter: WalletHistoryFilter; assets: string[] }) {
  const t = useTranslations('wallet.history.filters');
  const kinds = useTranslations('wallet.line.kinds');
  return (
    <form method="get" aria-label={t('label')} className="grid gap-3">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5">
        <Choice name="asset" label={t('asset')} chosen={filter.asset}>
          <option value="">{t('anyAsset')}</option>
          {assets.map((asset) => (
            <option key={asset}>{asset}</option>
          ))}
        </Choice>
        <Choice name="direction" label={t('direction')} chosen={filter.direction}>
          <option value="">{t('anyDirection')}</option>
          <option value="in">{t('in')}</option>
          <option value="out">{t('out')}</option>
        </Choice>
        <Choice className="max-sm:col-span-2" name="kind" label={t('kind')} chosen={filter.kind}>
          <option value="">{t('anyKind')}</option>
          {walletRecordKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </Choice>
        <Day name="from" label={t('from')} chosen={filter.from} />
        <Day name="to" label={t('to')} chosen={filter.to} />
      </div>
      {filter.subject && <input type="hidden" name="subject" value={filter.subject} />}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={buttonClass({ variant: 'secondary' })}>
          {t('apply')}
        </button>
        {historyParams(filter).size > 0 && (
          <Link href="/cabinet/wallet/history" className="link text-sm">
            {t('clear')}
          </Link>
        )}
        {filter.subject && <p className="text-sm text-muted">{t('subject', { subject: filter.subject })}</p>}
      </div>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; chosen: string | undefined; className?: string };

function Choice({ name, label, chosen, className, children }: ChoiceProps & { children: ReactNode }) {
  return (
    <label className={`grid content-start gap-1 text-sm font-medium ${className ?? ''}`}>
      {label}
      <select key={chosen} name={name} defaultValue={chosen ?? ''} className="input font-normal">
        {children}
      </select>
    </label>
  );
}

/** A day of the office's calendar. */
export function Day({ name, label, chosen }: ChoiceProps) {
  return (
    <label className="grid content-start gap-1 text-sm font-medium">
      {label}
      <input
        key={chosen}
        type="date"
        name={name}
        defaultValue={chosen}
        min="2020-01-01"
        max="2099-12-31"
        className="input font-normal"
      />
    </label>
  );
}
