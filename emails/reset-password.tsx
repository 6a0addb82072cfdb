import type { z } from 'zod';
import { moment } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Greeting, Lead, Small } from '@/emails/_components/text';
import type { linkLetterProps } from '@/lib/notify/event-props';

type View = LetterView<z.infer<typeof linkLetterProps>>;

const words = {
  en: {
    subject: (office: string) => `A new password for ${office}`,
    heading: 'Set a new password',
    lead: 'Somebody, hopefully you, asked for a new password for this address.',
    action: 'Set a new password',
    hint: 'Or open this link:',
    until: (value: string) => `The link works once, until ${value}.`,
    ignore: 'If it was not you, do nothing: your password stays as it is.',
  },
  ru: {
    subject: (office: string) => `Новый пароль: ${office}`,
    heading: 'Задайте новый пароль',
    lead: 'Для этого адреса запросили новый пароль. Надеемся, что это вы.',
    action: 'Задать новый пароль',
    hint: 'Или откройте ссылку:',
    until: (value: string) => `Ссылка действует один раз, до ${value}.`,
    ignore: 'Если это не вы, ничего не делайте: пароль останется прежним.',
  },
};

/** A link to set a new password. */
export default function ResetPassword(view: View) {
  const t = words[view.locale];
  return (
    <Layout locale={view.locale} office={view.office} preview={t.lead} heading={t.heading}>
      <Greeting name={view.name} locale={view.locale} />
      <Lead>{t.lead}</Lead>
      <Action href={view.url} hint={t.hint}>
        {t.action}
      </Action>
      <Small>{t.until(moment(view.expiresAt, view.locale, view.office))}</Small>
      <Small>{t.ignore}</Small>
    </Layout>
  );
}

ResetPassword.subject = ({ locale, office }: View) => words[locale].subject(office.name);
ResetPassword.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna',
  url: 'https://kantor.example/en/reset/t0k3nt0k3nt0k3nt0k3n',
  expiresAt: '2026-11-23T09:15:00.000Z',
} satisfies View;
