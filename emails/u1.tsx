import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: pay to continue`,
    heading: 'Your order is accepted',
    lead: 'Please send the amount to the details below. Then open the order and press “I have paid”: an operator checks the payment and sends your funds.',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: ожидает оплаты`,
    heading: 'Заявка принята',
    lead: 'Переведите сумму по реквизитам ниже. Затем откройте заявку и нажмите «Я оплатил(а)»: оператор проверит платеж и отправит вам средства.',
  },
};

/** U1: accepted for processing; what to pay, where to and until when. */
export default function OrderAccepted(view: OrderView) {
  const t = words[view.locale];
  return <OrderLetterSheet view={view} heading={t.heading} lead={t.lead} unpaid />;
}

OrderAccepted.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OrderAccepted.PreviewProps = sampleOrder({ statusKey: 'pending_processing' });
