import type { ReactNode } from 'react';
import { Container, Head, Heading, Html, Link, Preview, Section, Text } from 'react-email';
import type { LetterOffice } from '@/emails/_components/letter';
import { darkStyle, font, light } from '@/emails/_components/theme';
import type { Locale } from '@/lib/i18n/locales';

type LayoutProps = {
  locale: Locale;
  office: LetterOffice;
  /** Shown by mail programs beside the subject. */
  preview: string;
  heading: string;
  children: ReactNode;
};

const words = {
  en: { sent: 'This letter was sent automatically.', questions: 'Questions:' },
  ru: { sent: 'Письмо отправлено автоматически.', questions: 'Вопросы:' },
};

/** The sheet every letter is written on. */
export function Layout({ locale, office, preview, heading, children }: LayoutProps) {
  const t = words[locale];
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyle}</style>
      </Head>
      <Preview>{preview}</Preview>
      <body className="k-page" style={page}>
        {/* The colour once more on a table: some programs throw the body's away. */}
        <table className="k-page" role="presentation" cellPadding={0} cellSpacing={0} style={sheet}>
          <tbody>
            <tr>
              <td>
                <Container style={{ maxWidth: '560px', padding: '24px 12px' }}>
                  <Brand name={office.name} />
                  <Section className="k-card" style={card}>
                    <Heading as="h1" className="k-text" style={headingStyle}>
                      {heading}
                    </Heading>
                    {children}
                  </Section>
                  <Text className="k-muted" style={footer}>
                    {t.sent} {t.questions}{' '}
                    <Link
                      className="k-link"
                      href={`mailto:${office.contactEmail}`}
                      style={{ color: light.accent }}
                    >
                      {office.contactEmail}
                    </Link>
                  </Text>
                </Container>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </Html>
  );
}

/** The mark is drawn with a cell and a letter: most mail programs show neither SVG nor embedded pictures. */
function Brand({ name }: { name: string }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: '0 0 16px 4px' }}>
      <tbody>
        <tr>
          <td className="k-button" data-skip-in-text="true" style={mark}>
            K
          </td>
          <td className="k-text" style={{ paddingLeft: '10px', ...brandName }}>
            {name}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const page = { backgroundColor: light.background, margin: 0, padding: 0, fontFamily: font } as const;
const sheet = { backgroundColor: light.background, width: '100%', fontFamily: font } as const;
const mark = {
  backgroundColor: light.accent,
  color: light.onAccent,
  width: '30px',
  height: '30px',
  borderRadius: '8px',
  textAlign: 'center',
  fontSize: '18px',
  fontWeight: 800,
  lineHeight: '30px',
} as const;
const brandName = { color: light.text, fontSize: '17px', fontWeight: 650 } as const;
const card = {
  backgroundColor: light.surface,
  border: `1px solid ${light.border}`,
  borderRadius: '12px',
  padding: '24px 24px 26px',
} as const;
const headingStyle = {
  color: light.text,
  fontSize: '22px',
  lineHeight: '29px',
  fontWeight: 700,
  margin: '0 0 10px',
} as const;
const footer = {
  color: light.muted,
  fontSize: '13px',
  lineHeight: '19px',
  margin: '16px 0 0',
  padding: '0 4px',
} as const;
