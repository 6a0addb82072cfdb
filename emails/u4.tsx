import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';
import { Quote } from '@/emails/_components/text';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: canceled`,
    heading: 'Your order is canceled',
    by: {
      customer:
        'You canceled the order. Nothing was paid and nothing is owed. Please do not pay to its details any more.',
      operator: 'The office canceled the order. Please do not pay to its details any more.',
      expired:
        'The time to pay has passed, so the order was canceled. If you have paid after all, open the order and tell us: we will find the payment.',
    },
    wallet: 'The order is canceled. Nothing was taken from your wallet.',
    reason: 'Reason',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: отменена`,
    heading: 'Заявка отменена',
    by: {
      customer:
        'Вы отменили заявку. Оплаты не было, никто никому не должен. Больше не платите по ее реквизитам.',
      operator: 'Обменный пункт отменил заявку. Больше не платите по ее реквизитам.',
      expired:
        'Время на оплату вышло, и заявка отменена. Если вы все же оплатили, откройте заявку и сообщите нам: мы найдем платеж.',
    },
    wallet: 'Заявка отменена. С вашего кошелька ничего не списано.',
    reason: 'Причина',
  },
};

/** U4: exchange canceled, with who and why. */
export default function OrderCanceled(view: OrderView) {
  const t = words[view.locale];
  return (
    <OrderLetterSheet
      view={view}
      heading={t.heading}
      lead={view.from.wallet ? t.wallet : t.by[view.canceledBy ?? 'operator']}
    >
      {view.reason && <Quote title={t.reason}>{view.reason}</Quote>}
    </OrderLetterSheet>
  );
}

OrderCanceled.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OrderCanceled.PreviewProps = sampleOrder({
  statusKey: 'canceled',
  canceledBy: 'operator',
  reason: 'The bank details belong to another person.',
});
