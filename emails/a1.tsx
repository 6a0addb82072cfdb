import { money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: exchanged automatically`,
    heading: 'An automatic exchange is completed',
    lead: (gave: string, got: string) => `${gave} were received and ${got} sent. Nothing is to be done.`,
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: выполнена автоматически`,
    heading: 'Автоматический обмен выполнен',
    lead: (gave: string, got: string) => `Получено ${gave}, отправлено ${got}. Делать ничего не нужно.`,
  },
};

/** A1: an automatic exchange is completed. */
export default function OfficeAutomaticCompleted(view: OrderView) {
  const t = words[view.locale];
  const gave = money(view.received ?? view.from.amount, view.from.asset, view.locale);
  const got = money(view.to.amount, view.to.asset, view.locale);
  return <OrderLetterSheet view={view} heading={t.heading} lead={t.lead(gave, got)} forOffice />;
}

OfficeAutomaticCompleted.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OfficeAutomaticCompleted.PreviewProps = sampleOrder({
  statusKey: 'completed',
  received: '1250000.00',
  payoutReference: '7f1c0a52d0b1c1a5c9e8',
  deskUrl: 'https://kantor.example/en/desk/orders/ord_4k2m8v1c9x3n7b5d',
});
