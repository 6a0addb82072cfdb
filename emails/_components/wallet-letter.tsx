import type { ReactNode } from 'react';
import { type Fact, Facts } from '@/emails/_components/facts';
import { moment, money } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { Action, Greeting, Lead, Quote } from '@/emails/_components/text';
import type { WalletLetterProps } from '@/lib/notify/event-props';

export type WalletView = LetterView<WalletLetterProps>;

const words = {
  en: {
    amount: 'Amount',
    fee: 'Fee',
    counterparty: 'Other wallet',
    method: 'Way',
    receipt: 'Receipt',
    operation: 'Operation',
    reason: 'Reason',
    wallet: 'Your wallet',
    at: 'Time',
    balance: 'Balance after it',
    comment: 'Comment',
    action: 'Open the wallet',
    hint: 'Or open this link:',
  },
  ru: {
    amount: 'Сумма',
    fee: 'Комиссия',
    counterparty: 'Другой кошелек',
    method: 'Способ',
    receipt: 'Чек',
    operation: 'Операция',
    reason: 'Причина',
    wallet: 'Ваш кошелек',
    at: 'Время',
    balance: 'Остаток после операции',
    comment: 'Комментарий',
    action: 'Открыть кошелек',
    hint: 'Или откройте ссылку:',
  },
};

type SheetProps = {
  view: WalletView;
  heading: string;
  lead: string;
  /** In words: letters are told a code. */
  reason?: string;
  /** What stands after the facts. */
  children?: ReactNode;
};

/** The common shape of letters about a customer's wallet: what happened, the facts of it, the way to the wallet. */
export function WalletLetterSheet({ view, heading, lead, reason, children }: SheetProps) {
  const t = words[view.locale];
  return (
    <Layout locale={view.locale} office={view.office} preview={lead} heading={heading}>
      <Greeting name={view.name} locale={view.locale} />
      <Lead>{lead}</Lead>
      <Facts facts={factsOf(view, reason)} />
      {view.comment && <Quote title={t.comment}>{view.comment}</Quote>}
      {children}
      <Action href={view.url} hint={t.hint}>
        {t.action}
      </Action>
    </Layout>
  );
}

function factsOf(view: WalletView, reason?: string): Fact[] {
  const { locale, asset } = view;
  const t = words[locale];
  const facts: (Fact | null)[] = [
    { title: t.amount, value: money(view.amount, asset, locale) },
    optional(t.fee, view.fee && money(view.fee, asset, locale)),
    optional(t.counterparty, view.counterparty, true),
    optional(t.method, view.method),
    optional(t.receipt, view.receipt),
    optional(t.operation, view.operation),
    optional(t.reason, reason),
    { title: t.wallet, value: view.number, code: true },
    { title: t.at, value: moment(view.at, locale, view.office) },
    { title: t.balance, value: money(view.balance, asset, locale) },
  ];
  return facts.filter((fact) => fact !== null);
}

function optional(title: string, value: string | undefined, code = false): Fact | null {
  return value ? { title, value, code } : null;
}
