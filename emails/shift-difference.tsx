import type { z } from 'zod';
import { Facts } from '@/emails/_components/facts';
import { moment, money } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Gap, Lead, Quote } from '@/emails/_components/text';
import type { shiftLetterProps } from '@/lib/notify/event-props';

type View = LetterView<z.infer<typeof shiftLetterProps>>;

const words = {
  en: {
    subject: (cashier: string) => `The drawer of ${cashier} differs from the books`,
    heading: 'A drawer differs from the books',
    open: 'At the opening of a shift the drawer was not what the books say. The difference is posted.',
    close: 'At the end of a shift the drawer was not what the books say. The difference is posted.',
    cashier: 'Cashier',
    countedBy: 'Counted by',
    counted: 'counted',
    expected: 'by the books',
    difference: 'difference',
    at: 'When',
    note: 'Explanation',
    action: 'Open the cashier',
    hint: 'Or open this link:',
  },
  ru: {
    subject: (cashier: string) => `Касса расходится с учетом: ${cashier}`,
    heading: 'Касса расходится с учетом',
    open: 'При открытии смены в кассе оказалось не столько, сколько по учету. Разница проведена.',
    close: 'При закрытии смены в кассе оказалось не столько, сколько по учету. Разница проведена.',
    cashier: 'Кассир',
    countedBy: 'Считал',
    counted: 'посчитано',
    expected: 'по учету',
    difference: 'разница',
    at: 'Когда',
    note: 'Объяснение',
    action: 'Открыть кассира',
    hint: 'Или откройте ссылку:',
  },
};

/** Tells the office that a drawer was counted and is not what the books say. */
export default function ShiftDifference(view: View) {
  const t = words[view.locale];
  const { locale, office } = view;
  const lead = t[view.end];
  const counts = view.counts.map(({ asset, counted, expected, difference }) => ({
    title: asset,
    value: `${t.counted} ${money(counted, asset, locale)}, ${t.expected} ${money(expected, asset, locale)}, ${t.difference} ${money(difference, asset, locale)}`,
  }));
  return (
    <Layout locale={locale} office={office} preview={lead} heading={t.heading}>
      <Lead>{lead}</Lead>
      <Facts
        soft
        facts={[
          { title: t.cashier, value: view.cashier },
          ...(view.countedBy ? [{ title: t.countedBy, value: view.countedBy }] : []),
          ...counts,
          { title: t.at, value: moment(view.at, locale, office) },
        ]}
      />
      <Quote title={t.note}>{view.note}</Quote>
      <Gap />
      <Action href={view.url} hint={t.hint}>
        {t.action}
      </Action>
    </Layout>
  );
}

ShiftDifference.subject = ({ locale, cashier }: View) => words[locale].subject(cashier);
ShiftDifference.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  cashier: 'Olga Petrova',
  end: 'close',
  counts: [{ asset: 'RUB', expected: '48150.50', counted: '48100.50', difference: '-50.00' }],
  note: 'Probably a wrong note given as change at noon.',
  at: '2026-11-22T18:05:00.000Z',
  url: 'https://kantor.example/en/admin/cashiers/usr_4k2m8v1c9x3n7b5d',
} satisfies View;
