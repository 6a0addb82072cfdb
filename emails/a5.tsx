import { money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';
import { Quote } from '@/emails/_components/text';
import type { OrderException } from '@/lib/exchange/status';

type Amounts = { received: string; agreed: string };
type Words = {
  subject: (id: string) => string;
  heading: string;
  reason: string;
  any: string;
  of: Record<OrderException, (amounts: Amounts) => string>;
};

const words: Record<'en' | 'ru', Words> = {
  en: {
    subject: (id) => `Order ${id}: exchange error`,
    heading: 'An exchange needs your decision',
    reason: 'What the system says',
    any: 'Something about this order does not fit. Look at it before anything else is sent.',
    of: {
      precheck_refused: () =>
        'A payment was refused before it was made. The customer can pay again as agreed; look at the order if he writes to you.',
      underpaid: ({ received, agreed }) =>
        `${received} came instead of ${agreed}. Accept it, ask for the rest, or send it back.`,
      overpaid: ({ received, agreed }) =>
        `${received} came instead of ${agreed}. Exchange it all, or send the difference back.`,
      paid_late: ({ received }) =>
        `${received} came after the order was canceled. Revive it or send it back.`,
      payer_mismatch: ({ received }) =>
        `${received} came from another account than the customer named. Accept the payer or send it back.`,
      payout_failed: ({ received }) =>
        `${received} came, and the payout was refused. Send it again, pay by hand, or send the money back.`,
      payout_unknown: () =>
        'Nobody knows whether the payout was made. It is asked again and never sent again by itself; look into the system’s own account.',
      on_hold: () => 'The order is on hold.',
    },
  },
  ru: {
    subject: (id) => `Заявка ${id}: ошибка обмена`,
    heading: 'Обмен ждет вашего решения',
    reason: 'Что сообщает система',
    any: 'В этой заявке что-то не сходится. Проверьте ее, прежде чем что-либо отправлять.',
    of: {
      precheck_refused: () =>
        'Платеж отклонен еще до оплаты. Клиент может заплатить снова, как договорились; откройте заявку, если он напишет вам.',
      underpaid: ({ received, agreed }) =>
        `Пришло ${received} вместо ${agreed}. Примите сумму, запросите доплату или верните деньги.`,
      overpaid: ({ received, agreed }) =>
        `Пришло ${received} вместо ${agreed}. Обменяйте все или верните разницу.`,
      paid_late: ({ received }) =>
        `Пришло ${received}, когда заявка была уже отменена. Возобновите ее или верните деньги.`,
      payer_mismatch: ({ received }) =>
        `Пришло ${received} не с того счета, который указал клиент. Примите плательщика или верните деньги.`,
      payout_failed: ({ received }) =>
        `Пришло ${received}, но выплата отклонена. Отправьте ее снова, заплатите вручную или верните деньги.`,
      payout_unknown: () =>
        'Неизвестно, прошла ли выплата. Система будет опрошена снова, повторно выплата сама не уйдет; проверьте кабинет платежной системы.',
      on_hold: () => 'Заявка приостановлена.',
    },
  },
};

/** A5: an exchange error: which, with the amounts, and what may be decided. */
export default function OfficeExchangeError(view: OrderView) {
  const { locale, exception, from } = view;
  const t = words[locale];
  const amounts = {
    received: money(view.received ?? '0', from.asset, locale),
    agreed: money(from.amount, from.asset, locale),
  };
  return (
    <OrderLetterSheet
      view={view}
      heading={t.heading}
      lead={exception ? t.of[exception](amounts) : t.any}
      forOffice
    >
      {view.reason && <Quote title={t.reason}>{view.reason}</Quote>}
    </OrderLetterSheet>
  );
}

OfficeExchangeError.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OfficeExchangeError.PreviewProps = sampleOrder({
  statusKey: 'in_progress',
  exception: 'underpaid',
  received: '1200000.00',
  rest: '50000.00',
  deskUrl: 'https://kantor.example/en/desk/orders/ord_4k2m8v1c9x3n7b5d',
});
