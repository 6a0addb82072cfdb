import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { CashierRow } from '@/lib/cashier/cashier-list';
import { CashierState } from './cashier-state';

/** Every cashier with what he may and what he did today. */
export function CashierTable({ cashiers }: { cashiers: CashierRow[] }) {
  const t = useTranslations('cashiers');
  return (
    <ColumnTable
      caption={t('title')}
      rows={cashiers}
      rowKey={(cashier) => cashier.userId}
      columns={[
        {
          title: t('cashier'),
          cell: (cashier) => (
            <span className="grid min-w-0">
              <Link href={`/admin/cashiers/${cashier.userId}`} className="link font-medium">
                {cashier.name || cashier.email}
              </Link>
              {cashier.name && <span className="text-xs break-all text-muted">{cashier.email}</span>}
            </span>
          ),
        },
        {
          title: t('state'),
          cell: (cashier) => (
            <span className="grid justify-items-start gap-1 max-md:justify-items-end">
              <CashierState state={cashier.state} />
              {cashier.shiftOpenedAt && (
                <span className="text-xs text-muted">
                  {t('shiftSince')} <Time value={cashier.shiftOpenedAt} show="relative" />
                </span>
              )}
            </span>
          ),
        },
        { title: t('rights'), cell: (cashier) => <Rights cashier={cashier} /> },
        {
          title: t('limits'),
          className: 'md:whitespace-nowrap',
          cell: (cashier) => <Limits limits={cashier.limits} />,
        },
        { title: t('today'), cell: (cashier) => <Today today={cashier.today} /> },
      ]}
    />
  );
}

function Rights({ cashier }: { cashier: CashierRow }) {
  const t = useTranslations('cashiers');
  const rights = [
    t(cashier.mayWriteOff ? 'right.writeOff' : 'right.topUpOnly'),
    cashier.senior && t('right.senior'),
    cashier.hasDrawer && t('right.drawer'),
  ];
  return <span className="text-sm">{rights.filter(Boolean).join(', ')}</span>;
}

function Limits({ limits }: { limits: CashierRow['limits'] }) {
  const t = useTranslations('cashiers');
  return (
    <ul className="grid gap-0.5 text-sm">
      {limits.map(({ asset, operation, day }) => (
        <li key={asset} className="flex items-baseline gap-x-1.5 whitespace-nowrap max-md:justify-end">
          {operation === null && day === null ? (
            <span>
              {t('anyAmount')} <span className="text-xs text-muted">{asset}</span>
            </span>
          ) : (
            <>
              {operation === null ? t('any') : <Amount value={operation} />}
              <span className="text-muted">/</span>
              {day === null ? t('any') : <Amount value={day} />}
              <span className="text-xs text-muted">{asset}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was done today, of each kind where there was any. */
export function Today({ today }: { today: CashierRow['today'] }) {
  const t = useTranslations('cashiers');
  if (today.length === 0) return <span className="text-sm text-muted">{t('nothingToday')}</span>;
  return (
    <ul className="grid gap-0.5 text-sm">
      {today.map(({ asset, toppedUp, writtenOff, operations }) => (
        <li key={asset} className="flex flex-wrap items-baseline gap-x-2 max-md:justify-end">
          {isSomething(toppedUp) && <Amount value={toppedUp} code={asset} signed />}
          {isSomething(writtenOff) && <Amount value={`-${writtenOff}`} code={asset} />}
          <span className="text-muted">{t('operations', { count: operations })}</span>
        </li>
      ))}
    </ul>
  );
}

function isSomething(amount: string): boolean {
  return /[1-9]/.test(amount);
}
