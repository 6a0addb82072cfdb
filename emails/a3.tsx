import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `New order ${id}`,
    heading: 'A new order waits for payment',
    lead: 'A customer created an order that operators process. The customer has the payment details.',
  },
  ru: {
    subject: (id: string) => `Новая заявка ${id}`,
    heading: 'Новая заявка ждет оплаты',
    lead: 'Клиент создал заявку, которую обрабатывает оператор. Реквизиты для оплаты у клиента есть.',
  },
};

/** A3: an operator's request was created. */
export default function OfficeOrderCreated(view: OrderView) {
  const t = words[view.locale];
  return <OrderLetterSheet view={view} heading={t.heading} lead={t.lead} forOffice />;
}

OfficeOrderCreated.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OfficeOrderCreated.PreviewProps = sampleOrder({
  deskUrl: 'https://kantor.example/en/desk/ord_4k2m8v1c9x3n7b5d',
  phone: '+7 900 123-45-67',
});
