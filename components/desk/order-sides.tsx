import { useLocale, useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { CopyButton } from '@/components/ui/copy-button';
import type { DeskOrder } from '@/lib/exchange/desk-order';
import type { RequisiteLine } from '@/lib/exchange/order-lines';
import { toLocale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import { EntriesLink } from './entries-link';

/** What comes in and what goes out, the amounts large, every detail to be copied. */
export function OrderSides({ opened }: { opened: DeskOrder }) {
  const { order, giveRequisites, getRequisites, refund } = opened;
  const t = useTranslations('desk.order');
  const locale = toLocale(useLocale());
  const { from, to } = order;
  const came =
    order.receivedUnits > 0n && order.receivedUnits !== order.giveUnits
      ? formatUnits(order.receivedUnits, from.scale)
      : null;
  const payTo = order.payTo.map(({ key, titles, value }) => ({ key: `to.${key}`, titles, value }));
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Side
        opened={opened}
        title={t('receive')}
        method={`${from.titles[locale]} · ${from.code}`}
        amount={formatUnits(order.giveUnits, from.scale)}
        asset={from.asset}
        came={came}
        owed={refund.excess}
        groups={[
          { title: t('paidFrom'), lines: giveRequisites },
          { title: t('paidTo'), lines: payTo },
        ]}
      />
      <Side
        opened={opened}
        title={t('send')}
        method={`${to.titles[locale]} · ${to.code}`}
        amount={formatUnits(order.getUnits, to.scale)}
        asset={to.asset}
        groups={[{ title: t('sendTo'), lines: getRequisites }]}
      />
    </div>
  );
}

type SideProps = {
  opened: DeskOrder;
  title: string;
  method: string;
  amount: string;
  asset: string;
  /** What has really come, where it is another amount. */
  came?: string | null;
  /** What of it is more than the exchange takes, and the customer's. */
  owed?: string | null;
  groups: { title: string; lines: RequisiteLine[] }[];
};

function Side({ opened, title, method, amount, asset, came = null, owed = null, groups }: SideProps) {
  const t = useTranslations('desk.order');
  const locale = toLocale(useLocale());
  return (
    <section className="grid content-start gap-2 rounded-xl border border-border bg-surface p-3 shadow-surface sm:p-4">
      <h3 className="text-sm font-medium text-muted">
        {title} · {method}
      </h3>
      <p className="flex items-center gap-1">
        <EntriesLink opened={opened}>
          <Amount value={amount} code={asset} size="lg" />
        </EntriesLink>
        <CopyButton text={amount} label={`${title}, ${asset}`} />
      </p>
      {came !== null && (
        <p className="flex items-center gap-1.5 text-sm text-warning">
          {t('came')}{' '}
          <EntriesLink opened={opened}>
            <Amount value={came} code={asset} className="font-semibold" />
          </EntriesLink>
          <CopyButton text={came} label={t('came')} />
        </p>
      )}
      {owed !== null && (
        <p className="flex items-center gap-1.5 text-sm text-warning">
          {t('owed')} <Amount value={owed} code={asset} className="font-semibold" />
          <CopyButton text={owed} label={t('owed')} />
        </p>
      )}
      {groups.map(
        (group) =>
          group.lines.length > 0 && (
            <dl key={group.title} className="grid text-sm">
              <div className="text-xs font-medium text-muted">{group.title}</div>
              {group.lines.map(({ key, titles, value }) => (
                <div key={key} className="flex min-h-8 flex-wrap items-center gap-x-2">
                  <dt className="text-muted">{titles[locale]}</dt>
                  <dd className="flex min-w-0 items-center gap-1 font-medium [overflow-wrap:anywhere]">
                    {value}
                    <CopyButton text={value} label={titles[locale]} />
                  </dd>
                </div>
              ))}
            </dl>
          ),
      )}
    </section>
  );
}
