import { useLocale, useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import { toLocale } from '@/lib/i18n/locales';
import type { PayoutMethod } from '@/lib/payments/payouts/payout-methods';
import type { PayoutAction } from './payout-actions';
import { PayoutSwitch } from './payout-switch';

/** Limits of each method that a system pays out by, what has gone out today, and its switch for those who may. */
export function MethodTable({ methods, action }: { methods: PayoutMethod[]; action: PayoutAction | null }) {
  const t = useTranslations('payouts.methods');
  const locale = toLocale(useLocale());
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('method')}</Th>
          <Th numeric>{t('today')}</Th>
          <Th numeric>{t('day')}</Th>
          <Th numeric>{t('one')}</Th>
          <Th numeric>{t('approval')}</Th>
          <Th>{t('state')}</Th>
          <Th>
            <span className="sr-only">{t('switch')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {methods.map((method) => (
          <tr key={method.id}>
            <Td label={t('method')}>{method.titles[locale]}</Td>
            <Td numeric label={t('today')}>
              <Amount value={method.sentToday} code={method.asset} />
            </Td>
            <Limit label={t('day')} value={method.dayLimit} asset={method.asset} />
            <Limit label={t('one')} value={method.paymentLimit} asset={method.asset} />
            <Limit label={t('approval')} value={method.approvalFrom} asset={method.asset} />
            <Td label={t('state')}>
              <Badge tone={method.stopped ? 'danger' : 'success'}>
                {t(method.stopped ? 'stopped' : 'runs')}
              </Badge>
            </Td>
            <Td>
              {action && (
                <div className="flex justify-end">
                  <PayoutSwitch
                    method={{ id: method.id, title: method.titles[locale] }}
                    stopped={method.stopped}
                    action={action}
                  />
                </div>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Limit({ label, value, asset }: { label: string; value: string | null; asset: string }) {
  const t = useTranslations('payouts.methods');
  return (
    <Td numeric label={label}>
      {value === null ? (
        <span className="text-sm text-muted">{t('none')}</span>
      ) : (
        <Amount value={value} code={asset} />
      )}
    </Td>
  );
}
