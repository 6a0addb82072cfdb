import type { z } from 'zod';
import { Facts } from '@/emails/_components/facts';
import { moment, money } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Gap, Lead, Quote } from '@/emails/_components/text';
import { approvalReasonWords, tillKindWords, writeOffReasonWords } from '@/emails/_components/till-words';
import type { operationLetterProps } from '@/lib/notify/event-props';

type View = LetterView<z.infer<typeof operationLetterProps>>;

const words = {
  en: {
    subject: (operation: string) => `Operation ${operation} waits for approval`,
    heading: 'A cashier’s operation waits for a second person',
    lead: (reasons: string) => `It is not done yet: ${reasons}.`,
    what: 'Operation',
    amount: 'Amount',
    cashier: 'Cashier',
    wallet: 'Wallet',
    receipt: 'Receipt',
    reason: 'Reason',
    at: 'When',
    comment: 'Comment',
    action: 'Look at it',
    hint: 'Or open this link:',
  },
  ru: {
    subject: (operation: string) => `Операция ${operation} ждет подтверждения`,
    heading: 'Операция кассира ждет второго сотрудника',
    lead: (reasons: string) => `Она еще не проведена: ${reasons}.`,
    what: 'Операция',
    amount: 'Сумма',
    cashier: 'Кассир',
    wallet: 'Кошелек',
    receipt: 'Чек',
    reason: 'Причина',
    at: 'Когда',
    comment: 'Комментарий',
    action: 'Посмотреть',
    hint: 'Или откройте ссылку:',
  },
};

/** Tells the office that an operation of the till needs a second person. */
export default function OperationToApprove(view: View) {
  const t = words[view.locale];
  const { locale, office } = view;
  const lead = t.lead(view.approvalFor.map((reason) => approvalReasonWords[locale][reason]).join('; '));
  const facts = [
    { title: t.what, value: `${tillKindWords[locale][view.kind]}, ${view.operation}` },
    { title: t.amount, value: money(view.amount, view.asset, locale) },
    { title: t.cashier, value: view.cashier },
    { title: t.wallet, value: `${view.number}, ${view.holder}` },
    { title: t.receipt, value: view.receipt ?? '' },
    { title: t.reason, value: view.reason ? writeOffReasonWords[locale][view.reason] : '' },
    { title: t.at, value: moment(view.at, locale, office) },
  ];
  return (
    <Layout locale={locale} office={office} preview={lead} heading={t.heading}>
      <Lead>{lead}</Lead>
      <Facts soft facts={facts.filter(({ value }) => value !== '')} />
      {view.comment && <Quote title={t.comment}>{view.comment}</Quote>}
      <Gap />
      <Action href={view.url} hint={t.hint}>
        {t.action}
      </Action>
    </Layout>
  );
}

OperationToApprove.subject = ({ locale, operation }: View) => words[locale].subject(operation);
OperationToApprove.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  operation: '1019',
  kind: 'top_up',
  cashier: 'Olga Petrova',
  number: '482 109 3755',
  holder: 'Anna Sergeeva',
  amount: '250000.00',
  asset: 'RUB',
  approvalFor: ['over_operation', 'threshold'],
  receipt: '43',
  comment: 'Counted twice, five-thousand notes.',
  at: '2026-11-22T09:15:00.000Z',
  url: 'https://kantor.example/en/cashier/approvals',
} satisfies View;
