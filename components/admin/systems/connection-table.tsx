import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { ConnectionListRow } from '@/lib/payments/connections/queries';
import { ConnectionBadges } from './connection-state';

/** The office's accounts with payment systems, and how each stands. */
export function ConnectionTable({ connections }: { connections: ConnectionListRow[] }) {
  const t = useTranslations('systems');
  const locale = toLocale(useLocale());
  return (
    <ColumnTable
      caption={t('connections')}
      rows={connections}
      columns={[
        {
          title: t('connection'),
          cell: (connection) => (
            <span>
              <Link href={`/admin/systems/${connection.id}`} className="font-medium text-link">
                {connection.label}
              </Link>{' '}
              {connection.label !== connection.titles[locale] && (
                <span className="text-muted">{connection.titles[locale]}</span>
              )}
            </span>
          ),
        },
        {
          title: t('state'),
          cell: (connection) => <ConnectionBadges state={connection.state} testMode={connection.testMode} />,
        },
        {
          title: t('lastOk'),
          cell: (connection) =>
            connection.lastOkAt ? <Time value={connection.lastOkAt} show="relative" /> : t('never'),
        },
        {
          title: t('balances'),
          numeric: true,
          cell: (connection) =>
            connection.balances.length === 0 ? (
              '–'
            ) : (
              <span className="grid justify-items-end">
                {connection.balances.map(({ asset, amount }) => (
                  <Amount key={asset} value={amount} code={asset} />
                ))}
              </span>
            ),
        },
        {
          title: t('methods'),
          cell: (connection) =>
            connection.methods.length === 0 ? (
              <span className="text-muted">{t('noMethods')}</span>
            ) : (
              <span className="flex flex-wrap justify-end gap-x-2 md:justify-start">
                {connection.methods.map(({ code }) => (
                  <Link key={code} href={`/admin/methods/${code}`} className="text-link">
                    {code}
                  </Link>
                ))}
              </span>
            ),
        },
      ]}
    />
  );
}
