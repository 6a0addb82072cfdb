import { money } from '@/emails/_components/format';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

type Amounts = { received: string; agreed: string; get: string };

const words = {
  en: {
    subject: (id: string) => `Order ${id}: your payment has arrived`,
    heading: 'Your payment has arrived',
    sending: ({ received, get }: Amounts) =>
      `We have received ${received}. You get ${get}; a letter follows as soon as they are sent.`,
    wallet: ({ received, get }: Amounts) =>
      `${received} were taken from your wallet. You get ${get}; a letter follows as soon as they are sent.`,
    decides: ({ received, agreed }: Amounts) =>
      `We have received ${received}; agreed were ${agreed}. An operator decides what comes next and writes to you.`,
    payer: ({ received }: Amounts) =>
      `We have received ${received}, but not from the account you named. An operator checks it and writes to you.`,
    late: ({ received }: Amounts) =>
      `We have received ${received} after the order was canceled. An operator either makes the exchange after all or sends the money back, and writes to you.`,
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: ваш платеж получен`,
    heading: 'Ваш платеж получен',
    sending: ({ received, get }: Amounts) =>
      `Мы получили ${received}. Вы получите ${get}; как только мы отправим средства, придет письмо.`,
    wallet: ({ received, get }: Amounts) =>
      `${received} списаны с вашего кошелька. Вы получите ${get}; как только мы отправим средства, придет письмо.`,
    decides: ({ received, agreed }: Amounts) =>
      `Мы получили ${received}, а договаривались о ${agreed}. Оператор решит, как быть дальше, и напишет вам.`,
    payer: ({ received }: Amounts) =>
      `Мы получили ${received}, но не с того счета, который вы указали. Оператор проверит платеж и напишет вам.`,
    late: ({ received }: Amounts) =>
      `Мы получили ${received}, когда заявка была уже отменена. Оператор проведет обмен или вернет деньги и напишет вам.`,
  },
};

/** The customer's money has come: what came, and what happens with it. */
export default function PaymentReceived(view: OrderView) {
  const { locale, from, to } = view;
  const t = words[locale];
  const amounts = {
    received: money(view.received ?? from.amount, from.asset, locale),
    agreed: money(from.amount, from.asset, locale),
    get: money(to.amount, to.asset, locale),
  };
  return <OrderLetterSheet view={view} heading={t.heading} lead={t[leadOf(view)](amounts)} />;
}

function leadOf({ exception, from }: OrderView): 'sending' | 'wallet' | 'decides' | 'payer' | 'late' {
  if (exception === 'paid_late') return 'late';
  if (exception === 'payer_mismatch') return 'payer';
  if (exception === 'underpaid' || exception === 'overpaid') return 'decides';
  return from.wallet ? 'wallet' : 'sending';
}

PaymentReceived.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
PaymentReceived.PreviewProps = sampleOrder({ statusKey: 'funds_received', received: '1250000.00' });
