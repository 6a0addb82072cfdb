import { money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';
import { Quote } from '@/emails/_components/text';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: refunded`,
    heading: 'Your payment is returned',
    lead: (amount: string) =>
      `We have sent ${amount} back to you. When it arrives depends on your bank or network.`,
    wallet: (amount: string, number: string) => `${amount} are in your wallet ${number} again.`,
    kept: (fee: string) => `We kept ${fee} as a fee.`,
    note: 'From the operator',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: средства возвращены`,
    heading: 'Платеж возвращен',
    lead: (amount: string) =>
      `Мы отправили вам обратно ${amount}. Срок зачисления зависит от вашего банка или сети.`,
    wallet: (amount: string, number: string) => `${amount} снова на вашем кошельке ${number}.`,
    kept: (fee: string) => `Комиссия ${fee} удержана.`,
    note: 'Сообщение оператора',
  },
};

/** Money received has gone back. */
export default function OrderRefunded(view: OrderView) {
  const t = words[view.locale];
  const { refund } = view;
  const amount = money(refund?.amount ?? view.from.amount, view.from.asset, view.locale);
  const lead = view.from.wallet ? t.wallet(amount, view.from.wallet) : t.lead(amount);
  const kept =
    refund && /[1-9]/.test(refund.fee) ? ` ${t.kept(money(refund.fee, refund.asset, view.locale))}` : '';
  return (
    <OrderLetterSheet view={view} heading={t.heading} lead={`${lead}${kept}`}>
      {view.note && <Quote title={t.note}>{view.note}</Quote>}
    </OrderLetterSheet>
  );
}

OrderRefunded.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OrderRefunded.PreviewProps = sampleOrder({
  statusKey: 'refunded',
  refundReference: '8812-4411',
  note: 'Returned to the same card.',
});
