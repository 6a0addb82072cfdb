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
    subject: (office: string) => `Confirm your e-mail at ${office}`,
    heading: 'Confirm your e-mail',
    lead: 'Press the button to confirm this address. Orders you made with it before will join your account.',
    action: 'Confirm the address',
    hint: 'Or open this link:',
    until: (value: string) => `The link works once, until ${value}.`,
    ignore:
      'If you did not sign up, ignore this letter: as long as you confirm nothing, nobody else gets at your orders.',
  },
  ru: {
    subject: (office: string) => `Подтвердите почту: ${office}`,
    heading: 'Подтвердите почту',
    lead: 'Нажмите кнопку, чтобы подтвердить этот адрес. Заявки, созданные с ним раньше, появятся в вашем кабинете.',
    action: 'Подтвердить адрес',
    hint: 'Или откройте ссылку:',
    until: (value: string) => `Ссылка действует один раз, до ${value}.`,
    ignore:
      'Если вы не регистрировались, не обращайте внимания на это письмо: пока вы ничего не подтвердили, ваши заявки не видны никому другому.',
  },
};

/** Confirms that the address belongs to whoever signed up with it. */
export default function ConfirmEmail(view: View) {
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

ConfirmEmail.subject = ({ locale, office }: View) => words[locale].subject(office.name);
ConfirmEmail.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  name: 'Anna',
  url: 'https://kantor.example/en/confirm/t0k3nt0k3nt0k3nt0k3n',
  expiresAt: '2026-11-23T09:15:00.000Z',
} satisfies View;
