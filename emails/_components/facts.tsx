import { Heading, Section } from 'react-email';
import { light, mono } from '@/emails/_components/theme';

export type Fact = {
  title: string;
  value: string;
  /** Copied character by character: an account, an address, a number. */
  code?: boolean;
};

type FactsProps = { title?: string; facts: Fact[]; soft?: boolean };

/** Titles and values in two columns; in the plain text too (the class tells the converter). */
export function Facts({ title, facts, soft = false }: FactsProps) {
  if (facts.length === 0) return null;
  return (
    <Section className={soft ? 'k-soft' : undefined} style={soft ? softBlock : block}>
      {title && (
        <Heading as="h2" className="k-text" style={heading}>
          {title}
        </Heading>
      )}
      <table className="facts" role="presentation" cellPadding={0} cellSpacing={0} style={{ width: '100%' }}>
        <tbody>
          {facts.map((fact) => (
            <tr key={`${fact.title} ${fact.value}`}>
              <td className="k-muted k-line" style={titleCell}>
                {fact.title}
              </td>
              <td className="k-text k-line" style={fact.code ? codeCell : valueCell}>
                {fact.value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const block = { margin: '20px 0 0' } as const;
const softBlock = {
  backgroundColor: light.surfaceSoft,
  borderRadius: '8px',
  padding: '12px 14px 6px',
  margin: '16px 0 0',
} as const;
const heading = {
  color: light.text,
  fontSize: '15px',
  lineHeight: '21px',
  fontWeight: 700,
  margin: '0 0 4px',
} as const;
const cell = { padding: '6px 0', fontSize: '15px', lineHeight: '21px', verticalAlign: 'top' } as const;
const titleCell = {
  ...cell,
  color: light.muted,
  paddingRight: '14px',
  width: '38%',
  fontSize: '14px',
} as const;
const valueCell = { ...cell, color: light.text, fontWeight: 500, overflowWrap: 'anywhere' } as const;
const codeCell = { ...valueCell, fontFamily: mono, fontSize: '14px' } as const;
