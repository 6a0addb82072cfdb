import { Facts } from '@/emails/_components/facts';
import { moment, money } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Gap, Greeting, Lead, Quote, Small } from '@/emails/_components/text';
import type { TopUpLetterProps } from '@/lib/notify/event-props';

type View = LetterView<TopUpLetterProps>;

const words = {
  en: {
    subject: (number: number) => `Top-up ${number} was declined`,
    heading: 'Your top-up was declined',
    lead: (amount: string) => `We could not credit ${amount} to your wallet.`,
    reason: 'Reason',
    number: 'Number',
    amount: 'Amount',
    method: 'Way',
    at: 'Asked for',
    ask: 'If you have paid, answer to the address below and name this number: we will find the money.',
    action: 'Open the top-up',
    hint: 'Or open this link:',
  },
  ru: {
    subject: (number: number) => `Пополнение № ${number} отклонено`,
    heading: 'Пополнение отклонено',
    lead: (amount: string) => `Мы не смогли зачислить ${amount} на ваш кошелек.`,
    reason: 'Причина',
    number: 'Номер',
    amount: 'Сумма',
    method: 'Способ',
    at: 'Создано',
    ask: 'Если вы платили, напишите нам по адресу ниже и назовите этот номер: мы найдем деньги.',
    action: 'Открыть пополнение',
    hint: 'Или откройте ссылку:',
  },
};

/** Tells a customer that his top-up was declined, and why. */
export default function TopUpDeclined(view: View) {
  const t = words[view.locale];
  const amount = money(view.amount, view.asset, view.locale);
  return (
    <Layout locale={view.locale} office={view.office} preview={t.lead(amount)} heading={t.heading}>
      <Greeting name={view.name} locale={view.locale} />
      <Lead>{t.lead(amount)}</Lead>
      {view.reason && <Quote title={t.reason}>{view.reason}</Quote>}
      <Facts
        soft
        facts={[
          { title: t.number, value: String(view.number) },
          { title: t.amount, value: amount },
          ...(view.method ? [{ title: t.method, value: view.method }] : []),
          { title: t.at, value: moment(view.createdAt, view.locale, view.office) },
        ]}
      />
      <Gap />
      <Small>{t.ask}</Small>
      <Action href={view.url} hint={t.hint}>
        {t.action}
      </Action>
    </Layout>
  );
}

TopUpDeclined.subject = ({ locale, number }: View) => words[locale].subject(number);
TopUpDeclined.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna',
  number: 1042,
  amount: '5000.00',
  asset: 'RUB',
  method: 'Sberbank',
  createdAt: '2026-11-22T09:15:00.000Z',
  reason: 'Nothing came in two days.',
  url: 'https://kantor.example/en/cabinet/top-up/top_4k2m8v1c9x3n7b5d',
} satisfies View;
