import { moment } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: the time to pay is running out`,
    heading: 'The time to pay is running out',
    lead: 'If you have paid already, open the order and press “I have paid”. Otherwise the order will be canceled soon.',
    leadUntil: (time: string) =>
      `The order waits for your payment until ${time}. If you have paid already, open it and press “I have paid”.`,
    leadSystem: (time: string) =>
      `The order waits for your payment until ${time}; then it is canceled. Open it to pay. If you have paid already, there is nothing more to do: we hear of it by ourselves.`,
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: время на оплату заканчивается`,
    heading: 'Время на оплату заканчивается',
    lead: 'Если вы уже оплатили, откройте заявку и нажмите «Я оплатил(а)». Иначе заявка скоро будет отменена.',
    leadUntil: (time: string) =>
      `Заявка ждет оплаты до ${time}. Если вы уже оплатили, откройте ее и нажмите «Я оплатил(а)».`,
    leadSystem: (time: string) =>
      `Заявка ждет оплаты до ${time}, затем она будет отменена. Откройте ее, чтобы оплатить. Если вы уже оплатили, ничего делать не нужно: мы узнаем об этом сами.`,
  },
};

/** The order runs out soon and nothing was paid yet. */
export default function OrderExpiring(view: OrderView) {
  const t = words[view.locale];
  const until = view.expiresAt && moment(view.expiresAt, view.locale, view.office);
  // Without details of ours to pay to, a payment system takes the money: there is nothing to be pressed afterwards.
  const leadUntil = view.payTo.length === 0 ? t.leadSystem : t.leadUntil;
  return <OrderLetterSheet view={view} heading={t.heading} lead={until ? leadUntil(until) : t.lead} unpaid />;
}

OrderExpiring.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OrderExpiring.PreviewProps = sampleOrder({ statusKey: 'pending_processing' });
