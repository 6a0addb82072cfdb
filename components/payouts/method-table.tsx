import { useLocale, useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { toLocale } from '@/lib/i18n/locales';
import type { PayoutMethod } from '@/lib/payments/payouts/payout-methods';
import type { PayoutAction } from './payout-actions';
import { PayoutSwitch } from './payout-switch';

/** Limits of each method that a system pays out by, what has gone out today, and its switch for those who may. */
export function MethodTable({ methods, action }: { methods: PayoutMethod[]; action: PayoutAction | null }) {
  const t = useTranslations('payouts.methods');
  const locale = toLocale(useLocale());
  return (
    <ColumnTable
      caption={t('title')}
      rows={methods}
      columns={[
        { title: t('method'), cell: (method) => method.titles[locale] },
        {
          title: t('today'),
          numeric: true,
          cell: (method) => <Amount value={method.sentToday} code={method.asset} />,
        },
        {
          title: t('day'),
          numeric: true,
          cell: (method) => <Limit value={method.dayLimit} asset={method.asset} />,
        },
        {
          title: t('one'),
          numeric: true,
          cell: (method) => <Limit value={method.paymentLimit} asset={method.asset} />,
        },
        {
          title: t('approval'),
          numeric: true,
          cell: (method) => <Limit value={method.approvalFrom} asset={method.asset} />,
        },
        {
          title: t('state'),
          cell: (method) => (
            <Badge tone={method.stopped ? 'danger' : 'success'}>
              {t(method.stopped ? 'stopped' : 'runs')}
            </Badge>
          ),
        },
        {
          title: t('switch'),
          steps: true,
          cell: (method) =>
            action && (
              <div className="flex justify-end">
                <PayoutSwitch
                  method={{ id: method.id, title: method.titles[locale] }}
                  stopped={method.stopped}
                  action={action}
                />
              </div>
            ),
        },
      ]}
    />
  );
}

function Limit({ value, asset }: { value: string | null; asset: string }) {
  const t = useTranslations('payouts.methods');
  return value === null ? (
    <span className="text-sm text-muted">{t('none')}</span>
  ) : (
    <Amount value={value} code={asset} />
  );
}
