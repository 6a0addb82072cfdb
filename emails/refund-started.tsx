import { money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';
import { Quote } from '@/emails/_components/text';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: refund in progress`,
    heading: 'We are returning your payment',
    lead: (amount: string) =>
      `We are returning ${amount} to you. You will get another letter once it is sent.`,
    kept: (fee: string) => `We keep ${fee} as a fee.`,
    where: 'Open your order and tell us where to send the money.',
    part: 'Your order itself stays as it is.',
    reason: 'Reason',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: идет возврат`,
    heading: 'Мы возвращаем ваш платеж',
    lead: (amount: string) =>
      `Мы возвращаем вам ${amount}. Когда деньги будут отправлены, придет еще одно письмо.`,
    kept: (fee: string) => `Комиссия ${fee} удержана.`,
    where: 'Откройте заявку и напишите, куда отправить деньги.',
    part: 'Сама заявка остается в силе.',
    reason: 'Причина',
  },
};

/** Money received goes back. */
export default function RefundStarted(view: OrderView) {
  const t = words[view.locale];
  const { refund } = view;
  const amount = money(refund?.amount ?? view.from.amount, view.from.asset, view.locale);
  const lead = [
    t.lead(amount),
    refund && /[1-9]/.test(refund.fee) ? t.kept(money(refund.fee, refund.asset, view.locale)) : '',
    refund && refund.kind !== 'full' ? t.part : '',
    refund?.asksWhereTo ? t.where : '',
  ];
  return (
    <OrderLetterSheet view={view} heading={t.heading} lead={lead.filter(Boolean).join(' ')}>
      {view.reason && <Quote title={t.reason}>{view.reason}</Quote>}
    </OrderLetterSheet>
  );
}

RefundStarted.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
RefundStarted.PreviewProps = sampleOrder({
  statusKey: 'refunding',
  reason: 'The payment came after the order had expired.',
  refund: { kind: 'full', amount: '59900.00', fee: '100.00', asset: 'RUB', asksWhereTo: true },
});
