import { money } from '@/emails/_components/format';
import { Lead, Quote } from '@/emails/_components/text';
import {
  sampleWithdrawal,
  WithdrawalLetterSheet,
  type WithdrawalView,
} from '@/emails/_components/withdrawal-letter';

const words = {
  en: {
    subject: (number: number) => `Withdrawal № ${number} was not paid`,
    heading: 'The money is back in your wallet',
    lead: (total: string) => `The withdrawal was not paid. ${total} can be spent again; no fee was taken.`,
    reason: 'Why',
    reasons: {
      taken_back: 'You took it back before it was sent.',
      system_refused:
        'The payment system did not accept the payout. Check the details you gave and try again, or choose another way.',
    },
  },
  ru: {
    subject: (number: number) => `Вывод № ${number} не состоялся`,
    heading: 'Деньги снова в вашем кошельке',
    lead: (total: string) => `Вывод не состоялся. ${total} снова доступны, комиссия не взята.`,
    reason: 'Причина',
    reasons: {
      taken_back: 'Вы отменили вывод до отправки.',
      system_refused:
        'Платежная система не приняла выплату. Проверьте реквизиты и попробуйте еще раз или выберите другой способ.',
    },
  },
};

/** A withdrawal that was taken back or refused: the money is free again. */
export default function WithdrawalCanceled(view: WithdrawalView) {
  const t = words[view.locale];
  return (
    <WithdrawalLetterSheet
      view={view}
      heading={t.heading}
      lead={t.lead(money(view.total, view.asset, view.locale))}
    >
      {view.reasonCode && <Lead>{t.reasons[view.reasonCode]}</Lead>}
      {view.reason && <Quote title={t.reason}>{view.reason}</Quote>}
    </WithdrawalLetterSheet>
  );
}

WithdrawalCanceled.subject = ({ locale, number }: WithdrawalView) => words[locale].subject(number);
WithdrawalCanceled.PreviewProps = {
  ...sampleWithdrawal,
  reason: 'The card belongs to another person.',
} satisfies WithdrawalView;
