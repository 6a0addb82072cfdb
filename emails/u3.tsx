import { money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';
import { Quote } from '@/emails/_components/text';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: completed`,
    heading: 'Your exchange is completed',
    lead: (amount: string) =>
      `We have sent ${amount} to your details. Keep this letter as the record of the exchange.`,
    wallet: (amount: string, number: string) =>
      `${amount} are in your wallet ${number}. Keep this letter as the record of the exchange.`,
    note: 'From the operator',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: выполнена`,
    heading: 'Обмен выполнен',
    lead: (amount: string) =>
      `Мы отправили ${amount} по вашим реквизитам. Сохраните это письмо как подтверждение обмена.`,
    wallet: (amount: string, number: string) =>
      `${amount} зачислены на ваш кошелек ${number}. Сохраните это письмо как подтверждение обмена.`,
    note: 'Сообщение оператора',
  },
};

/** U3: exchange completed, with the operator's note. */
export default function OrderCompleted(view: OrderView) {
  const t = words[view.locale];
  const amount = money(view.to.amount, view.to.asset, view.locale);
  return (
    <OrderLetterSheet
      view={view}
      heading={t.heading}
      lead={view.to.wallet ? t.wallet(amount, view.to.wallet) : t.lead(amount)}
    >
      {view.note && <Quote title={t.note}>{view.note}</Quote>}
    </OrderLetterSheet>
  );
}

OrderCompleted.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OrderCompleted.PreviewProps = sampleOrder({
  statusKey: 'completed',
  note: 'Sent. The network usually needs 20 minutes.',
  payoutReference: '7f1c0a52d0b1c1a5c9e8',
});
