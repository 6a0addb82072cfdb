import { ClaimFacts } from '@/emails/_components/claim-facts';
import { Facts } from '@/emails/_components/facts';
import { moment, money } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Gap, Lead, Quote } from '@/emails/_components/text';
import type { TopUpLetterProps } from '@/lib/notify/event-props';

type View = LetterView<TopUpLetterProps>;

const words = {
  en: {
    subject: (number: number) => `Top-up ${number} is to be checked`,
    heading: 'A top-up is to be checked',
    claimed:
      'The customer says that he has paid. Look whether the money has come, then confirm it or cross it out.',
    doubt: 'What the payment system tells of this top-up does not fit it. Nothing was credited.',
    said: 'What was said',
    number: 'Number',
    customer: 'Customer',
    amount: 'Amount',
    method: 'Way',
    at: 'Asked for',
    action: 'Open at the desk',
    hint: 'Or open this link:',
  },
  ru: {
    subject: (number: number) => `Пополнение № ${number} нужно проверить`,
    heading: 'Нужно проверить пополнение',
    claimed: 'Клиент сообщил об оплате. Проверьте, пришли ли деньги, и подтвердите платеж или отклоните его.',
    doubt: 'Сообщение платежной системы не сходится с этим пополнением. Ничего не зачислено.',
    said: 'Что сообщено',
    number: 'Номер',
    customer: 'Клиент',
    amount: 'Сумма',
    method: 'Способ',
    at: 'Создано',
    action: 'Открыть',
    hint: 'Или откройте ссылку:',
  },
};

/** Tells the office that somebody has to look at a top-up: it is paid, says its customer, or its system's word does not fit. */
export default function TopUpToCheck(view: View) {
  const t = words[view.locale];
  const lead = view.claim ? t.claimed : t.doubt;
  return (
    <Layout locale={view.locale} office={view.office} preview={lead} heading={t.heading}>
      <Lead>{lead}</Lead>
      {view.reason && <Quote title={t.said}>{view.reason}</Quote>}
      {view.claim && <ClaimFacts claim={view.claim} locale={view.locale} />}
      <Facts
        soft
        facts={[
          { title: t.number, value: String(view.number) },
          { title: t.customer, value: [view.name, view.email].filter(Boolean).join(', ') },
          { title: t.amount, value: money(view.amount, view.asset, view.locale) },
          ...(view.method ? [{ title: t.method, value: view.method }] : []),
          { title: t.at, value: moment(view.createdAt, view.locale, view.office) },
        ]}
      />
      <Gap />
      <Action href={view.url} hint={t.hint}>
        {t.action}
      </Action>
    </Layout>
  );
}

TopUpToCheck.subject = ({ locale, number }: View) => words[locale].subject(number);
TopUpToCheck.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna Petrova',
  email: 'anna@example.com',
  number: 1042,
  amount: '5000.00',
  asset: 'RUB',
  method: 'Sberbank',
  createdAt: '2026-11-22T09:15:00.000Z',
  claim: { payer: 'Anna Petrova', reference: '55123', comment: '', hasReceipt: true },
  url: 'https://kantor.example/en/desk/top-ups/top_4k2m8v1c9x3n7b5d',
} satisfies View;
