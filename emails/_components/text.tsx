import { Fragment, type ReactNode } from 'react';
import { Button, Link, Section, Text } from 'react-email';
import { light, type Tone, tones } from '@/emails/_components/theme';
import type { Locale } from '@/lib/i18n/locales';

/** A paragraph. */
export function Lead({ children }: { children: ReactNode }) {
  return (
    <Text
      className="k-text"
      style={{ color: light.text, fontSize: '16px', lineHeight: '24px', margin: '0 0 12px' }}
    >
      {children}
    </Text>
  );
}

/** "Hello, Anna." Without a name, nothing. */
export function Greeting({ name, locale }: { name: string; locale: Locale }) {
  if (!name) return null;
  return <Lead>{locale === 'en' ? `Hello, ${name}.` : `Здравствуйте, ${name}.`}</Lead>;
}

/** Air above what follows a block. */
export function Gap() {
  return <div style={{ height: '14px', lineHeight: '14px' }} />;
}

/** An address that is its own text. */
export function TextLink({ href }: { href: string }) {
  return (
    <Link className="k-link" href={href} style={{ color: light.accent, overflowWrap: 'anywhere' }}>
      {href}
    </Link>
  );
}

export function Small({ children }: { children: ReactNode }) {
  return (
    <Text
      className="k-muted"
      style={{ color: light.muted, fontSize: '14px', lineHeight: '20px', margin: '0 0 10px' }}
    >
      {children}
    </Text>
  );
}

/** The status, in words on its colour. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Text style={{ margin: '0 0 14px', fontSize: '14px', lineHeight: '20px' }}>
      <span
        className={`k-${tone}`}
        style={{
          backgroundColor: tones[tone].background,
          color: tones[tone].text,
          borderRadius: '6px',
          padding: '3px 9px',
          fontWeight: 600,
        }}
      >
        {children}
      </span>
    </Text>
  );
}

/** Words a person typed: a note, a reason. Shown as they are, line by line. */
export function Quote({ title, children }: { title: string; children: string }) {
  return (
    <Section className="k-soft" style={quote}>
      <Text
        className="k-muted"
        style={{ color: light.muted, fontSize: '13px', lineHeight: '18px', margin: 0 }}
      >
        {title}
      </Text>
      <Text className="k-text" style={quoted}>
        {children.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
          <Fragment key={index}>
            {index > 0 && <br />}
            {line}
          </Fragment>
        ))}
      </Text>
    </Section>
  );
}

/** The one thing to do; its address stands below in full, for programs that show no buttons. */
export function Action({ href, children, hint }: { href: string; children: string; hint: string }) {
  return (
    <Section style={{ margin: '18px 0 4px' }}>
      <Button className="k-button" href={href} data-skip-in-text="true" style={button}>
        {children}
      </Button>
      <Text
        className="k-muted"
        style={{ color: light.muted, fontSize: '13px', lineHeight: '19px', margin: '12px 0 14px' }}
      >
        {hint}
        <br />
        <TextLink href={href} />
      </Text>
    </Section>
  );
}

const quote = {
  backgroundColor: light.surfaceSoft,
  borderRadius: '8px',
  padding: '11px 14px 12px',
  margin: '6px 0 14px',
} as const;
const quoted = {
  color: light.text,
  fontSize: '16px',
  lineHeight: '23px',
  margin: '2px 0 0',
  overflowWrap: 'anywhere',
} as const;
const button = {
  backgroundColor: light.accent,
  color: light.onAccent,
  borderRadius: '8px',
  fontSize: '16px',
  fontWeight: 650,
  lineHeight: '20px',
  padding: '13px 20px',
  textDecoration: 'none',
} as const;
