import type { z } from 'zod';
import { Facts } from '@/emails/_components/facts';
import { moment } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice, sampleSystem } from '@/emails/_components/samples';
import { Action, Gap, Lead } from '@/emails/_components/text';
import type { systemLetterProps } from '@/lib/notify/event-props';

type View = LetterView<z.infer<typeof systemLetterProps>>;

const words = {
  en: {
    subject: (system: string) => `${system} does not answer`,
    heading: 'A payment system does not answer',
    lead: 'It failed several times in a row, so its methods were taken off the storefront. They come back by themselves once it works.',
    system: 'System',
    methods: 'Methods',
    reason: 'The last failure',
    at: 'When',
    action: 'Open the connection',
    hint: 'Or open this link:',
  },
  ru: {
    subject: (system: string) => `${system} не отвечает`,
    heading: 'Платежная система не отвечает',
    lead: 'Она не ответила несколько раз подряд, поэтому ее способы оплаты сняты с витрины. Они вернутся сами, как только система заработает.',
    system: 'Система',
    methods: 'Способы оплаты',
    reason: 'Последний сбой',
    at: 'Когда',
    action: 'Открыть подключение',
    hint: 'Или откройте ссылку:',
  },
};

/** Tells the office that a payment system fails and what that means. */
export default function SystemBroken(view: View) {
  const t = words[view.locale];
  return (
    <Layout locale={view.locale} office={view.office} preview={t.lead} heading={t.heading}>
      <Lead>{t.lead}</Lead>
      <Facts
        soft
        facts={[
          { title: t.system, value: `${view.system}, ${view.label}` },
          { title: t.methods, value: view.methods.join(', ') || '–' },
          ...(view.reason ? [{ title: t.reason, value: view.reason }] : []),
          { title: t.at, value: moment(view.at, view.locale, view.office) },
        ]}
      />
      <Gap />
      <Action href={view.url} hint={t.hint}>
        {t.action}
      </Action>
    </Layout>
  );
}

SystemBroken.subject = ({ locale, system }: View) => words[locale].subject(system);
SystemBroken.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  ...sampleSystem,
  reason: 'no answer in 15000 ms',
} satisfies View;
