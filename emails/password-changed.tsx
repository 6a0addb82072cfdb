import type { z } from 'zod';
import { Facts } from '@/emails/_components/facts';
import { moment } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Gap, Greeting, Lead, Small } from '@/emails/_components/text';
import type { passwordChangedProps } from '@/lib/notify/event-props';

type View = LetterView<z.infer<typeof passwordChangedProps>>;

const words = {
  en: {
    subject: (office: string) => `Your password was changed: ${office}`,
    heading: 'Your password was changed',
    lead: 'The password of your account was changed and all other sessions were ended.',
    at: 'When',
    ip: 'From the address',
    ignore: 'If it was not you, set a new password at once and write to us.',
    action: 'Set a new password',
    hint: 'Or open this link:',
  },
  ru: {
    subject: (office: string) => `Пароль изменен: ${office}`,
    heading: 'Пароль изменен',
    lead: 'Пароль вашего аккаунта изменен, все остальные сеансы завершены.',
    at: 'Когда',
    ip: 'С адреса',
    ignore: 'Если это были не вы, сразу задайте новый пароль и напишите нам.',
    action: 'Задать новый пароль',
    hint: 'Или откройте ссылку:',
  },
};

/** Tells that the password was changed, in case somebody else did it. */
export default function PasswordChanged(view: View) {
  const t = words[view.locale];
  return (
    <Layout locale={view.locale} office={view.office} preview={t.lead} heading={t.heading}>
      <Greeting name={view.name} locale={view.locale} />
      <Lead>{t.lead}</Lead>
      <Facts
        soft
        facts={[
          { title: t.at, value: moment(view.at, view.locale, view.office) },
          { title: t.ip, value: view.ip, code: true },
        ]}
      />
      <Gap />
      <Small>{t.ignore}</Small>
      <Action href={view.resetUrl} hint={t.hint}>
        {t.action}
      </Action>
    </Layout>
  );
}

PasswordChanged.subject = ({ locale, office }: View) => words[locale].subject(office.name);
PasswordChanged.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna',
  at: '2026-11-22T09:15:00.000Z',
  ip: '203.0.113.7',
  resetUrl: 'https://kantor.example/en/reset',
} satisfies View;
