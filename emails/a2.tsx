import { money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: paid, to be processed`,
    heading: 'A semi-automatic request is paid',
    lead: (gave: string, got: string) =>
      `The payment system confirms ${gave}. Send ${got} and finalize the order.`,
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: оплачена, нужно обработать`,
    heading: 'Полуавтоматическая заявка оплачена',
    lead: (gave: string, got: string) =>
      `Платежная система подтвердила ${gave}. Отправьте ${got} и завершите заявку.`,
  },
};

/** A2: a semi-automatic request is paid; an operator sends the money. */
export default function OfficeSemiAutomaticPaid(view: OrderView) {
  const t = words[view.locale];
  const gave = money(view.received ?? view.from.amount, view.from.asset, view.locale);
  const got = money(view.to.amount, view.to.asset, view.locale);
  return <OrderLetterSheet view={view} heading={t.heading} lead={t.lead(gave, got)} forOffice />;
}

OfficeSemiAutomaticPaid.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OfficeSemiAutomaticPaid.PreviewProps = sampleOrder({
  statusKey: 'funds_received',
  received: '1250000.00',
  deskUrl: 'https://kantor.example/en/desk/orders/ord_4k2m8v1c9x3n7b5d',
});
