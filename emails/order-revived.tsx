import { money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: goes on`,
    heading: 'Your exchange goes on',
    lead: (give: string, get: string) =>
      `We have taken your order up again: you give ${give}, you get ${get}. There is nothing more for you to do; a letter follows as soon as your funds are sent.`,
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: снова в работе`,
    heading: 'Обмен продолжается',
    lead: (give: string, get: string) =>
      `Мы снова взяли вашу заявку в работу: вы отдаете ${give} и получаете ${get}. От вас больше ничего не требуется; как только мы отправим средства, придет письмо.`,
  },
};

/** An order that had ended goes on after all: at which amounts, for the rate may be another one. */
export default function OrderRevived(view: OrderView) {
  const { locale, from, to } = view;
  const t = words[locale];
  const lead = t.lead(money(from.amount, from.asset, locale), money(to.amount, to.asset, locale));
  return <OrderLetterSheet view={view} heading={t.heading} lead={lead} />;
}

OrderRevived.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OrderRevived.PreviewProps = sampleOrder({ statusKey: 'payment_claimed' });
