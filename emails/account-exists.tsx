import type { z } from 'zod';
import { Layout } from '@/emails/_components/layout';
import type { LetterView } from '@/emails/_components/letter';
import { sampleOffice } from '@/emails/_components/samples';
import { Action, Gap, Greeting, Lead, Small, TextLink } from '@/emails/_components/text';
import type { accountExistsProps } from '@/lib/notify/event-props';

type View = LetterView<z.infer<typeof accountExistsProps>>;

const words = {
  en: {
    subject: (office: string) => `You already have an account at ${office}`,
    heading: 'You already have an account',
    lead: 'Somebody, hopefully you, tried to sign up with this address again. Sign in as usual.',
    action: 'Sign in',
    hint: 'Or open this link:',
    forgot: 'Forgot the password? Set a new one:',
    ignore: 'If it was not you, do nothing: nobody got in.',
  },
  ru: {
    subject: (office: string) => `У вас уже есть аккаунт: ${office}`,
    heading: 'У вас уже есть аккаунт',
    lead: 'С этим адресом попытались зарегистрироваться еще раз. Надеемся, что это вы. Войдите как обычно.',
    action: 'Войти',
    hint: 'Или откройте ссылку:',
    forgot: 'Забыли пароль? Задайте новый:',
    ignore: 'Если это не вы, ничего не делайте: в аккаунт никто не вошел.',
  },
};

/** Somebody signed up with an address that has an account: the page says nothing of it, this letter does. */
export default function AccountExists(view: View) {
  const t = words[view.locale];
  return (
    <Layout locale={view.locale} office={view.office} preview={t.lead} heading={t.heading}>
      <Greeting name={view.name} locale={view.locale} />
      <Lead>{t.lead}</Lead>
      <Action href={view.signInUrl} hint={t.hint}>
        {t.action}
      </Action>
      <Gap />
      <Small>
        {t.forgot} <TextLink href={view.resetUrl} />
      </Small>
      <Small>{t.ignore}</Small>
    </Layout>
  );
}

AccountExists.subject = ({ locale, office }: View) => words[locale].subject(office.name);
AccountExists.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna',
  signInUrl: 'https://kantor.example/en/sign-in',
  resetUrl: 'https://kantor.example/en/reset',
} satisfies View;
