import { money } from '@/emails/_components/format';
import {
  sampleWithdrawal,
  WithdrawalLetterSheet,
  type WithdrawalView,
} from '@/emails/_components/withdrawal-letter';

const words = {
  en: {
    subject: (amount: string) => `${amount} sent to you`,
    heading: 'Your withdrawal is paid',
    lead: (amount: string) => `We have sent you ${amount}. When it arrives depends on your bank or network.`,
  },
  ru: {
    subject: (amount: string) => `Вам отправлено ${amount}`,
    heading: 'Вывод выплачен',
    lead: (amount: string) => `Мы отправили вам ${amount}. Срок зачисления зависит от вашего банка или сети.`,
  },
};

/** The money of a withdrawal has left. */
export default function WithdrawalPaid(view: WithdrawalView) {
  const t = words[view.locale];
  return (
    <WithdrawalLetterSheet
      view={view}
      heading={t.heading}
      lead={t.lead(money(view.amount, view.asset, view.locale))}
    />
  );
}

WithdrawalPaid.subject = ({ locale, amount, asset }: WithdrawalView) =>
  words[locale].subject(money(amount, asset, locale));
WithdrawalPaid.PreviewProps = { ...sampleWithdrawal, reference: '8812-4411' } satisfies WithdrawalView;
