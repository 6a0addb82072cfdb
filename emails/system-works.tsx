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
    subject: (system: string) => `${system} works again`,
    heading: 'A payment system works again',
    lead: 'It answers as it should. Its methods are back on the storefront.',
    system: 'System',
    methods: 'Methods',
    at: 'When',
    action: 'Open the connection',
    hint: 'Or open this link:',
  },
  ru: {
    subject: (system: string) => `${system} снова работает`,
    heading: 'Платежная система снова работает',
    lead: 'Она отвечает как положено. Ее способы оплаты вернулись на витрину.',
    system: 'Система',
    methods: 'Способы оплаты',
    at: 'Когда',
    action: 'Открыть подключение',
    hint: 'Или откройте ссылку:',
  },
};

/** Tells the office that a payment system came back. */
export default function SystemWorks(view: View) {
  const t = words[view.locale];
  return (
    <Layout locale={view.locale} office={view.office} preview={t.lead} heading={t.heading}>
      <Lead>{t.lead}</Lead>
      <Facts
        soft
        facts={[
          { title: t.system, value: `${view.system}, ${view.label}` },
          { title: t.methods, value: view.methods.join(', ') || '–' },
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

SystemWorks.subject = ({ locale, system }: View) => words[locale].subject(system);
SystemWorks.PreviewProps = { locale: 'en', office: sampleOffice, ...sampleSystem } satisfies View;
