import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import type { WalletHistoryFilter } from '@/lib/wallet/wallet-history';
import { Day } from './history-filters';

/** Problems that come back from a download in the address. */
const toldProblems = ['invalid_input', 'too_many_requests', 'unavailable', 'unexpected'] as const;

type StatementFormProps = {
  assets: string[];
  chosen: WalletHistoryFilter;
  /** The period where none is chosen: this month. */
  period: { from: string; to: string };
  /** A code from the address: anybody may have written it. */
  problem: string;
  errorId: string;
};

/** Asks for the statement of one currency and period as a file. A plain form: the browser downloads by itself. */
export function StatementForm({ assets, chosen, period, problem, errorId }: StatementFormProps) {
  const t = useTranslations('wallet.statement');
  const locale = useLocale();
  const told = toldProblems.find((code) => code === problem);
  if (assets.length === 0) return null;
  return (
    <Card title={t('title')} id="statement">
      <form method="get" action="/api/wallet/statement" className="grid gap-4">
        {told && (
          <Alert tone="danger" role="alert">
            {t(`problems.${told}`, { errorId: /^[\w-]{1,40}$/.test(errorId) ? errorId : '' })}
          </Alert>
        )}
        <p className="text-sm text-muted">{t('hint')}</p>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <label className="grid content-start gap-1 text-sm font-medium max-sm:col-span-2">
            {t('asset')}
            <select
              key={chosen.asset}
              name="asset"
              defaultValue={chosen.asset ?? assets[0]}
              className="input font-normal"
            >
              {assets.map((asset) => (
                <option key={asset}>{asset}</option>
              ))}
            </select>
          </label>
          <Day name="from" label={t('from')} chosen={chosen.from ?? period.from} />
          <Day name="to" label={t('to')} chosen={chosen.to ?? period.to} />
        </div>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="page" value="1" />
        <div className="flex flex-wrap gap-3">
          {(['pdf', 'csv'] as const).map((format) => (
            <button
              key={format}
              type="submit"
              name="format"
              value={format}
              className={buttonClass({ variant: 'outline' })}
            >
              <Download aria-hidden="true" />
              {t(format)}
            </button>
          ))}
        </div>
      </form>
    </Card>
  );
}
