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
    reason: 'Reason',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: идет возврат`,
    heading: 'Мы возвращаем ваш платеж',
    lead: (amount: string) =>
      `Мы возвращаем вам ${amount}. Когда деньги будут отправлены, придет еще одно письмо.`,
    reason: 'Причина',
  },
};

/** Money received goes back. */
export default function RefundStarted(view: OrderView) {
  const t = words[view.locale];
  const amount = money(view.from.amount, view.from.asset, view.locale);
  return (
    <OrderLetterSheet view={view} heading={t.heading} lead={t.lead(amount)}>
      {view.reason && <Quote title={t.reason}>{view.reason}</Quote>}
    </OrderLetterSheet>
  );
}

RefundStarted.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
RefundStarted.PreviewProps = sampleOrder({
  statusKey: 'refunding',
  reason: 'The payment came after the order had expired.',
});
