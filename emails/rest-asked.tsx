import { moment, money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: please pay the rest`,
    heading: 'A part of the amount is missing',
    lead: (received: string, rest: string, get: string) =>
      `We have received ${received}. Pay the missing ${rest} on the page of your order, and you get ${get} as agreed.`,
    until: (time: string) => `Please pay before ${time}.`,
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: нужна доплата`,
    heading: 'Не хватает части суммы',
    lead: (received: string, rest: string, get: string) =>
      `Мы получили ${received}. Доплатите ${rest} на странице заявки, и вы получите ${get}, как договорились.`,
    until: (time: string) => `Оплатите до ${time}.`,
  },
};

/** Less came than agreed, and the operator asks for the rest. */
export default function RestAsked(view: OrderView) {
  const { locale, office, from, to } = view;
  const t = words[locale];
  const lead = t.lead(
    money(view.received ?? '0', from.asset, locale),
    money(view.asked ?? view.rest ?? '0', from.asset, locale),
    money(to.amount, to.asset, locale),
  );
  const until = view.expiresAt ? ` ${t.until(moment(view.expiresAt, locale, office))}` : '';
  return <OrderLetterSheet view={view} heading={t.heading} lead={`${lead}${until}`} unpaid />;
}

RestAsked.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
RestAsked.PreviewProps = sampleOrder({
  statusKey: 'in_progress',
  exception: 'underpaid',
  received: '1200000.00',
  rest: '50000.00',
  asked: '50000.00',
});
