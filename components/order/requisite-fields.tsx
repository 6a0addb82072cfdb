'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { useAnnounce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { inputOf } from './requisite-input';

export type RequisiteInput = {
  /** `give.card`: side and key; between them may stand what else tells it from others of the form. */
  name: string;
  validator: string;
  example: string | undefined;
  network: string | undefined;
  label: string;
  hint: string;
  required: boolean;
};

export type RequisiteSide = {
  side: 'give' | 'get';
  /** The method's title. */
  title: string;
  fields: RequisiteInput[];
  /** What the signed-in customer saved for this method: values by field key. */
  saved: { id: string; label: string; values: Record<string, string> }[];
};

type RequisiteFieldsProps = RequisiteSide & {
  initial: Record<string, string>;
  /** Around all fields: saved values are put in there. */
  form: RefObject<HTMLElement | null>;
};

/** What the office must know of one side: where the customer pays from, or where he is paid to. */
export function RequisiteFields({ side, title, fields, saved, initial, form }: RequisiteFieldsProps) {
  const t = useTranslations('order.form');
  const announce = useAnnounce();
  if (fields.length === 0) return null;

  const fill = (label: string, values: Record<string, string>) => {
    for (const { name } of fields) {
      const input = form.current?.querySelector(`input[name="${CSS.escape(name)}"]`);
      const value = values[name.slice(name.lastIndexOf('.') + 1)];
      if (input instanceof HTMLInputElement && value !== undefined) input.value = value;
    }
    announce(t('filled', { label }));
  };
  return (
    <Card title={t(`${side}Title`, { method: title })}>
      <div className="grid gap-4">
        {saved.length > 0 && (
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-sm text-muted">{t('saved')}</span>
            {saved.map(({ id, label, values }) => (
              <Button key={id} size="sm" variant="outline" onClick={() => fill(label, values)}>
                {label}
              </Button>
            ))}
          </div>
        )}
        {fields.map((field) => (
          <Field
            key={field.name}
            name={field.name}
            label={field.label}
            hint={field.hint}
            required={field.required}
            optional={!field.required}
          >
            <TextInput {...inputOf(field)} defaultValue={initial[field.name]} />
          </Field>
        ))}
      </div>
    </Card>
  );
}
