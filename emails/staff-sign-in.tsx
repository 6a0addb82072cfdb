import type { z } from 'zod';
import { Facts } from '@/emails/_components/facts';
import { moment } from '@/emails/_components/format';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Gap, Greeting, Lead, Small } from '@/emails/_components/text';
import type { staffSignInProps } from '@/lib/notify/event-props';

type View = LetterView<z.infer<typeof staffSignInProps>>;

const words = {
  en: {
    subject: (office: string) => `Signed in to your staff account: ${office}`,
    heading: 'Your account was signed in to',
    lead: 'Your account has staff rights, so you hear of each sign-in from a new place.',
    at: 'When',
    ip: 'From the address',
    browser: 'Browser',
    ignore: 'If it was not you, end the session at once and change your password.',
    action: 'See my sessions',
    hint: 'Or open this link:',
  },
  ru: {
    subject: (office: string) => `Вход в аккаунт сотрудника: ${office}`,
    heading: 'В ваш аккаунт вошли',
    lead: 'У вашего аккаунта есть права сотрудника, поэтому мы сообщаем о входах из новых мест.',
    at: 'Когда',
    ip: 'С адреса',
    browser: 'Браузер',
    ignore: 'Если это были не вы, сразу завершите сеанс и смените пароль.',
    action: 'Мои сеансы',
    hint: 'Или откройте ссылку:',
  },
};

/** Tells a member of staff that his account was signed in to. */
export default function StaffSignIn(view: View) {
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
          { title: t.browser, value: view.userAgent },
        ]}
      />
      <Gap />
      <Small>{t.ignore}</Small>
      <Action href={view.sessionsUrl} hint={t.hint}>
        {t.action}
      </Action>
    </Layout>
  );
}

StaffSignIn.subject = ({ locale, office }: View) => words[locale].subject(office.name);
StaffSignIn.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna',
  at: '2026-11-22T09:15:00.000Z',
  ip: '203.0.113.7',
  userAgent: 'Firefox 145 on Linux',
  sessionsUrl: 'https://kantor.example/en/cabinet/security',
} satisfies View;
