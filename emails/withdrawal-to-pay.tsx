import { money } from '@/emails/_components/format';
import { Quote } from '@/emails/_components/text';
import {
  sampleWithdrawal,
  WithdrawalLetterSheet,
  type WithdrawalView,
} from '@/emails/_components/withdrawal-letter';

const words = {
  en: {
    subject: {
      hand: (number: number, amount: string) => `Withdrawal № ${number}: pay ${amount} by hand`,
      approval: (number: number, amount: string) => `Withdrawal № ${number}: approve ${amount}`,
      trouble: (number: number, amount: string) => `Withdrawal № ${number}: look at the payout of ${amount}`,
    },
    heading: {
      hand: 'A withdrawal is to be paid by hand',
      approval: 'A withdrawal waits for a second person',
      trouble: 'A payout of a withdrawal needs your eyes',
    },
    lead: {
      hand: 'The customer’s money is held. Take the payout at the desk, send the money, and note its reference.',
      approval: 'It is above the limit from which two people are asked. Nothing is sent before that.',
      trouble:
        'What the payment system says of it is not certain or does not fit. It is never sent again by itself; look into the system’s own account.',
    },
    words: 'What the system says',
  },
  ru: {
    subject: {
      hand: (number: number, amount: string) => `Вывод № ${number}: выплатить вручную ${amount}`,
      approval: (number: number, amount: string) => `Вывод № ${number}: одобрить ${amount}`,
      trouble: (number: number, amount: string) => `Вывод № ${number}: проверить выплату ${amount}`,
    },
    heading: {
      hand: 'Вывод нужно выплатить вручную',
      approval: 'Вывод ждет одобрения второго человека',
      trouble: 'Проверьте выплату по выводу',
    },
    lead: {
      hand: 'Деньги клиента отложены. Возьмите выплату в работу, отправьте деньги и укажите референс.',
      approval: 'Сумма выше лимита, с которого решают двое. До одобрения ничего не отправляется.',
      trouble:
        'Исход выплаты неизвестен, или слова системы расходятся. Сама она повторно не уйдет; проверьте кабинет платежной системы.',
    },
    words: 'Что сообщает система',
  },
};

/** Tells the office of a withdrawal that its people have to pay, approve or look at. */
export default function WithdrawalToPay(view: WithdrawalView) {
  const { locale, why = 'hand' } = view;
  const t = words[locale];
  return (
    <WithdrawalLetterSheet view={view} heading={t.heading[why]} lead={t.lead[why]} forOffice>
      {view.words && <Quote title={t.words}>{view.words}</Quote>}
    </WithdrawalLetterSheet>
  );
}

WithdrawalToPay.subject = ({ locale, number, amount, asset, why = 'hand' }: WithdrawalView) =>
  words[locale].subject[why](number, money(amount, asset, locale));
WithdrawalToPay.PreviewProps = {
  ...sampleWithdrawal,
  why: 'hand',
  customer: 'Anna, anna@example.com',
  url: 'https://kantor.example/en/desk/payouts?view=all&q=wdr_4k2m8v1c9x3n7b5d',
} satisfies WithdrawalView;
