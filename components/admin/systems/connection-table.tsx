import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { ConnectionListRow } from '@/lib/payments/connections/queries';
import { ConnectionBadges } from './connection-state';

/** The office's accounts with payment systems, and how each stands. */
export function ConnectionTable({ connections }: { connections: ConnectionListRow[] }) {
  const t = useTranslations('systems');
  const locale = toLocale(useLocale());
  return (
    <Table caption={t('connections')}>
      <thead>
        <tr>
          <Th>{t('connection')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('lastOk')}</Th>
          <Th numeric>{t('balances')}</Th>
          <Th>{t('methods')}</Th>
        </tr>
      </thead>
      <tbody>
        {connections.map((connection) => (
          <tr key={connection.id}>
            <Td label={t('connection')}>
              <span>
                <Link href={`/admin/systems/${connection.id}`} className="font-medium text-link">
                  {connection.label}
                </Link>{' '}
                {connection.label !== connection.titles[locale] && (
                  <span className="text-muted">{connection.titles[locale]}</span>
                )}
              </span>
            </Td>
            <Td label={t('state')}>
              <ConnectionBadges state={connection.state} testMode={connection.testMode} />
            </Td>
            <Td label={t('lastOk')}>
              {connection.lastOkAt ? <Time value={connection.lastOkAt} show="relative" /> : t('never')}
            </Td>
            <Td numeric label={t('balances')}>
              {connection.balances.length === 0 ? (
                '–'
              ) : (
                <span className="grid justify-items-end">
                  {connection.balances.map(({ asset, amount }) => (
                    <Amount key={asset} value={amount} code={asset} />
                  ))}
                </span>
              )}
            </Td>
            <Td label={t('methods')}>
              {connection.methods.length === 0 ? (
                <span className="text-muted">{t('noMethods')}</span>
              ) : (
                <span className="flex flex-wrap justify-end gap-x-2 md:justify-start">
                  {connection.methods.map(({ code }) => (
                    <Link key={code} href={`/admin/methods/${code}`} className="text-link">
                      {code}
                    </Link>
                  ))}
                </span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
