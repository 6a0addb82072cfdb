import { ClaimFacts } from '@/emails/_components/claim-facts';
import { OrderLetterSheet, type OrderView } from '@/emails/_components/order-letter';
import { sampleOrder } from '@/emails/_components/samples';

const words = {
  en: {
    subject: (id: string) => `Order ${id}: paid, says the customer`,
    heading: 'A payment is to be verified',
    lead: 'The customer says the order is paid. Check that the money has arrived before you send anything.',
    late: 'The customer paid after the order had expired. Check that the money has arrived; then revive the order or return the money.',
  },
  ru: {
    subject: (id: string) => `Заявка ${id}: клиент сообщил об оплате`,
    heading: 'Нужно проверить платеж',
    lead: 'Клиент сообщил, что оплатил заявку. Прежде чем отправлять средства, проверьте, что деньги пришли.',
    late: 'Клиент сообщил об оплате после истечения срока заявки. Проверьте, что деньги пришли, затем возобновите заявку или верните деньги.',
  },
};

/** A4: funds may have been received: the customer says so. To be verified, also where the order had expired. */
export default function OfficeFundsClaimed(view: OrderView) {
  const t = words[view.locale];
  return (
    <OrderLetterSheet
      view={view}
      heading={t.heading}
      lead={view.exception === 'paid_late' ? t.late : t.lead}
      forOffice
    >
      {view.claim && <ClaimFacts claim={view.claim} locale={view.locale} />}
    </OrderLetterSheet>
  );
}

OfficeFundsClaimed.subject = ({ locale, orderId }: OrderView) => words[locale].subject(orderId);
OfficeFundsClaimed.PreviewProps = sampleOrder({
  statusKey: 'payment_claimed',
  deskUrl: 'https://kantor.example/en/desk/ord_4k2m8v1c9x3n7b5d',
  claim: { payer: 'Anna Petrova', reference: '55123', comment: 'Paid in two parts.', hasReceipt: true },
});
