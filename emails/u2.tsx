import { moment } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';
import { Quote } from '@/emails/_components/text';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: funds received`,
    heading: 'We have received your payment',
    lead: 'Your payment is checked. An operator will send your funds.',
    leadAt: (time: string) => `Your payment is checked. Your funds will be sent on ${time}.`,
    text: 'From the operator',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: средства получены`,
    heading: 'Мы получили ваш платеж',
    lead: 'Платеж проверен. Оператор отправит вам средства.',
    leadAt: (time: string) => `Платеж проверен. Средства будут отправлены: ${time}.`,
    text: 'Сообщение оператора',
  },
};

/** U2: funds received; the operator's date and text. */
export default function FundsReceived(view: OrderView) {
  const t = words[view.locale];
  const sendAt = view.sendAt && moment(view.sendAt, view.locale, view.office);
  return (
    <OrderLetterSheet view={view} heading={t.heading} lead={sendAt ? t.leadAt(sendAt) : t.lead}>
      {view.text && <Quote title={t.text}>{view.text}</Quote>}
    </OrderLetterSheet>
  );
}

FundsReceived.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
FundsReceived.PreviewProps = sampleOrder({
  statusKey: 'transfer_scheduled',
  sendAt: '2026-11-22T13:00:00.000Z',
  text: 'The bank sends on working days from 10:00.\nThank you for your patience.',
});
