import type { ReactNode } from 'react';
import { Facts } from '@/emails/_components/facts';
import { moment, money } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Gap, Greeting, Lead } from '@/emails/_components/text';
import type { WithdrawalLetterProps } from '@/lib/notify/event-props';

export type WithdrawalView = LetterView<WithdrawalLetterProps>;

const words = {
  en: {
    number: 'Withdrawal',
    customer: 'Customer',
    amount: 'To be received',
    fee: 'Fee',
    total: 'From the wallet',
    method: 'Way',
    reference: 'Reference',
    at: 'When',
    toCustomer: 'See the withdrawal',
    toOffice: 'Open it at the desk',
    hint: 'Or open this link:',
  },
  ru: {
    number: 'Вывод',
    customer: 'Клиент',
    amount: 'К получению',
    fee: 'Комиссия',
    total: 'Из кошелька',
    method: 'Способ',
    reference: 'Референс',
    at: 'Когда',
    toCustomer: 'Посмотреть вывод',
    toOffice: 'Открыть в рабочем месте',
    hint: 'Или откройте ссылку:',
  },
};

type SheetProps = {
  view: WithdrawalView;
  heading: string;
  lead: string;
  forOffice?: boolean;
  /** Stands below the facts, above the button. */
  children?: ReactNode;
};

/** A letter about a withdrawal: what is said, then the same facts in every one of them. */
export function WithdrawalLetterSheet({ view, heading, lead, forOffice = false, children }: SheetProps) {
  const { locale, office, asset } = view;
  const t = words[locale];
  const hasFee = /[1-9]/.test(view.fee);
  return (
    <Layout locale={locale} office={office} preview={lead} heading={heading}>
      {!forOffice && <Greeting name={view.name} locale={locale} />}
      <Lead>{lead}</Lead>
      <Facts
        soft
        facts={[
          { title: t.number, value: `№ ${view.number}` },
          ...(view.customer ? [{ title: t.customer, value: view.customer }] : []),
          { title: t.amount, value: money(view.amount, asset, locale) },
          ...(hasFee
            ? [
                { title: t.fee, value: money(view.fee, asset, locale) },
                { title: t.total, value: money(view.total, asset, locale) },
              ]
            : []),
          { title: t.method, value: view.method },
          ...view.to.map(({ title, value }) => ({ title, value, code: true })),
          ...(view.reference ? [{ title: t.reference, value: view.reference, code: true }] : []),
          { title: t.at, value: moment(view.at, locale, office) },
        ]}
      />
      <Gap />
      {children}
      <Action href={view.url} hint={t.hint}>
        {forOffice ? t.toOffice : t.toCustomer}
      </Action>
    </Layout>
  );
}

/** An invented withdrawal for previews. */
export const sampleWithdrawal: WithdrawalView = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna',
  number: 128,
  url: 'https://kantor.example/en/cabinet/wallet/withdraw/wdr_4k2m8v1c9x3n7b5d',
  securityUrl: 'https://kantor.example/en/cabinet/security',
  method: 'Sberbank',
  amount: '5000.00',
  fee: '75.00',
  total: '5075.00',
  asset: 'RUB',
  to: [{ title: 'Card number', value: '2202 2061 1111 2222' }],
  at: '2026-11-22T09:15:00.000Z',
};
