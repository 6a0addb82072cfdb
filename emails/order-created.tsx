import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: created`,
    heading: 'Your order is created',
    lead: 'This is the link to your order and everything you entered. The rate is kept for you until the time given below.',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: создана`,
    heading: 'Заявка создана',
    lead: 'Здесь ссылка на заявку и все, что вы указали. Курс закреплен за вами до указанного времени.',
  },
};

/** Order created, of any type: its link, to find the way back. */
export default function OrderCreated(view: OrderView) {
  const t = words[view.locale];
  return <OrderLetterSheet view={view} heading={t.heading} lead={t.lead} unpaid />;
}

OrderCreated.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OrderCreated.PreviewProps = sampleOrder({ statusKey: 'pending_processing' });
