import type { z } from 'zod';
import { moment } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Greeting, Lead, Small } from '@/emails/_components/text';
import type { setPasswordProps } from '@/lib/notify/event-props';

type View = LetterView<z.infer<typeof setPasswordProps>>;

const words = {
  en: {
    subject: (office: string) => `Your account at ${office}`,
    heading: 'Choose your password',
    lead: 'An account with staff rights was made for you. Choose a password to start.',
    invitedBy: (value: string) => `Invited by ${value}.`,
    action: 'Choose a password',
    hint: 'Or open this link:',
    until: (value: string) => `The link works once, until ${value}.`,
    ignore: 'If you do not know this office, ignore this letter.',
  },
  ru: {
    subject: (office: string) => `Ваш аккаунт: ${office}`,
    heading: 'Задайте пароль',
    lead: 'Для вас создан аккаунт сотрудника. Чтобы начать работу, задайте пароль.',
    invitedBy: (value: string) => `Вас приглашает ${value}.`,
    action: 'Задать пароль',
    hint: 'Или откройте ссылку:',
    until: (value: string) => `Ссылка действует один раз, до ${value}.`,
    ignore: 'Если вы не знаете этот обменный пункт, не обращайте внимания на письмо.',
  },
};

/** Invites a member of staff, or the first owner, to choose a password. */
export default function SetPassword(view: View) {
  const t = words[view.locale];
  return (
    <Layout locale={view.locale} office={view.office} preview={t.lead} heading={t.heading}>
      <Greeting name={view.name} locale={view.locale} />
      <Lead>{t.lead}</Lead>
      {view.invitedBy && <Small>{t.invitedBy(view.invitedBy)}</Small>}
      <Action href={view.url} hint={t.hint}>
        {t.action}
      </Action>
      <Small>{t.until(moment(view.expiresAt, view.locale, view.office))}</Small>
      <Small>{t.ignore}</Small>
    </Layout>
  );
}

SetPassword.subject = ({ locale, office }: View) => words[locale].subject(office.name);
SetPassword.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna',
  url: 'https://kantor.example/en/set-password/t0k3nt0k3nt0k3nt0k3n',
  expiresAt: '2026-11-23T09:15:00.000Z',
  invitedBy: 'Olga Smirnova',
} satisfies View;
