import { RotateCw } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Amount } from '@/components/ui/amount';
import { ColumnTable } from '@/components/ui/column-table';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { ActionResult } from '@/lib/action';
import type { OrderListItem } from '@/lib/exchange/queries';
import { toLocale } from '@/lib/i18n/locales';
import { OrderStatusBadge } from './order-status';

/** An order with the address of its page. */
export type OrderRow = OrderListItem & { href: string };

type OrdersTableProps = {
  orders: OrderRow[];
  repeat: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
};

/** The customer's orders, each a way to its page and to the same exchange again. */
export function OrdersTable({ orders, repeat }: OrdersTableProps) {
  const t = useTranslations('account.orders');
  const locale = toLocale(useLocale());
  return (
    <ColumnTable
      caption={t('caption')}
      rows={orders}
      columns={[
        {
          title: t('number'),
          cell: (order) => (
            <span className="grid">
              <Link href={order.href} className="link whitespace-nowrap">
                <Time value={new Date(order.createdAt)} show="exact" />
              </Link>
              <span className="numeric text-xs text-muted">{order.id}</span>
            </span>
          ),
        },
        {
          title: t('give'),
          numeric: true,
          cell: (order) => (
            <Side amount={order.from.amount} asset={order.from.asset} title={order.from.titles[locale]} />
          ),
        },
        {
          title: t('get'),
          numeric: true,
          cell: (order) => (
            <Side amount={order.to.amount} asset={order.to.asset} title={order.to.titles[locale]} />
          ),
        },
        { title: t('status'), cell: (order) => <OrderStatusBadge status={order.status} /> },
        {
          title: t('repeat'),
          steps: true,
          cell: (order) => (
            <ActionForm action={repeat}>
              <input type="hidden" name="orderId" value={order.id} />
              <SubmitButton size="sm" variant="ghost" aria-label={t('repeatLabel', { id: order.id })}>
                <RotateCw aria-hidden="true" className="size-4" />
                {t('repeat')}
              </SubmitButton>
            </ActionForm>
          ),
        },
      ]}
    />
  );
}

function Side({ amount, asset, title }: { amount: string; asset: string; title: string }) {
  return (
    <span className="grid justify-items-end">
      <Amount value={amount} code={asset} />
      <span className="text-xs whitespace-normal text-muted">{title}</span>
    </span>
  );
}
