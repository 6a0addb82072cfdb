import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

type FigureProps = { name: string; label: ReactNode; hint?: ReactNode; value: string | undefined };

/** An amount of the method's asset; empty means none. */
export function MoneyField({ asset, ...figure }: FigureProps & { asset: string | undefined }) {
  return <Figure {...figure} suffix={asset} />;
}

/** A percentage; empty means none. */
export function PercentField(figure: FigureProps) {
  return <Figure {...figure} suffix="%" />;
}

function Figure({ name, label, hint, value, suffix }: FigureProps & { suffix: string | undefined }) {
  return (
    <Field name={name} label={label} hint={hint}>
      <TextInput inputMode="decimal" className="numeric" suffix={suffix} defaultValue={value} />
    </Field>
  );
}
