import { useFormatter, useNow, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { ConnectionForm } from '@/lib/payments/connections/queries';
import { ConnectionBadges } from './connection-state';

/** How a connection stands, what it has, and who uses it. */
export function ConnectionFacts({ connection }: { connection: ConnectionForm }) {
  const t = useTranslations('systems');
  const format = useFormatter();
  const now = useNow();
  return (
    <Card title={t('facts')}>
      <DescriptionList>
        <DescriptionItem term={t('state')}>
          <ConnectionBadges state={connection.state} testMode={connection.testMode} />
        </DescriptionItem>
        <DescriptionItem term={t('lastOk')}>
          {connection.lastOkAt ? <Time value={connection.lastOkAt} show="relative" /> : t('never')}
        </DescriptionItem>
        {connection.failuresInRow > 0 && (
          <DescriptionItem term={t('failures')}>{connection.failuresInRow}</DescriptionItem>
        )}
        {connection.balances.map(({ asset, amount, at }) => (
          <DescriptionItem key={asset} term={t('balances')}>
            <Amount value={amount} code={asset} />{' '}
            <span className="text-muted">{t('balanceAt', { ago: format.relativeTime(at, now) })}</span>
          </DescriptionItem>
        ))}
        <DescriptionItem term={t('methods')}>
          {connection.methods.length === 0
            ? t('noMethods')
            : connection.methods.map(({ code, payIn, payOut }) => (
                <span key={code} className="block">
                  <Link href={`/admin/methods/${code}`} className="text-link">
                    {code}
                  </Link>{' '}
                  <span className="text-muted">
                    {[payIn && t('payIn'), payOut && t('payOut')].filter(Boolean).join(', ')}
                  </span>
                </span>
              ))}
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
