'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { FieldProblems } from '@/lib/errors';
import { type EditorControl, EditorField } from './editor-field';
import type { EditedField } from './requisite-field-row';
import { type CoinNetwork, pursePatterns } from './requisite-options';

type Params = EditedField['params'];

type RequisiteFieldParamsProps = {
  field: EditedField;
  bicKeys: string[];
  networks: CoinNetwork[];
  problems: FieldProblems;
  onChange: (part: { params: Params }) => void;
};

/** What the chosen check needs to know: a pattern, a network, a country, the field with the BIC. */
export function RequisiteFieldParams({
  field: { validator, params },
  bicKeys,
  networks,
  problems,
  onChange,
}: RequisiteFieldParamsProps) {
  const t = useTranslations('admin.fieldEditor');
  const patterns = useId();
  // What is empty is not sent at all: an empty text is no pattern and no network.
  const set = (part: Params) =>
    onChange({
      params: Object.fromEntries(Object.entries({ ...params, ...part }).filter(([, value]) => value)),
    });
  const input = (name: keyof Params, control: EditorControl, more: React.ComponentProps<'input'> = {}) => (
    <input
      {...control}
      value={params[name] ?? ''}
      autoComplete="off"
      onChange={(event) => set({ [name]: event.target.value })}
      {...more}
    />
  );
  const choice = (
    name: 'network' | 'bicField',
    control: EditorControl,
    options: { code: string; title: string }[],
  ) => (
    <select {...control} value={params[name] ?? ''} onChange={(event) => set({ [name]: event.target.value })}>
      <option value="">–</option>
      {options.map(({ code, title }) => (
        <option key={code} value={code}>
          {title}
        </option>
      ))}
    </select>
  );
  if (validator === 'purse') {
    return (
      <>
        <EditorField label={t('pattern')} problem={problems['params.pattern']} className="sm:col-span-3">
          {(control) => (
            <>
              {input('pattern', control, { className: 'input font-mono', list: patterns })}
              <datalist id={patterns}>
                {pursePatterns.map((preset) => (
                  <option key={preset.pattern} value={preset.pattern}>
                    {preset.example}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </EditorField>
        <EditorField label={t('example')} problem={problems['params.example']} className="sm:col-span-3">
          {(control) => input('example', control, { maxLength: 60 })}
        </EditorField>
      </>
    );
  }
  if (validator === 'coin' || validator === 'memo') {
    return (
      <EditorField label={t('network')} problem={problems['params.network']} className="sm:col-span-6">
        {(control) => choice('network', control, networks)}
      </EditorField>
    );
  }
  if (validator === 'phone') {
    return (
      <EditorField label={t('country')} problem={problems['params.country']} className="sm:col-span-6">
        {(control) =>
          input('country', control, {
            maxLength: 2,
            placeholder: 'RU',
            onChange: (event) => set({ country: event.target.value.toUpperCase() }),
          })
        }
      </EditorField>
    );
  }
  if (validator === 'account') {
    const keys = [...new Set([...bicKeys, ...(params.bicField ? [params.bicField] : [])])];
    return (
      <EditorField label={t('bicField')} problem={problems['params.bicField']} className="sm:col-span-6">
        {(control) =>
          choice(
            'bicField',
            control,
            keys.map((key) => ({ code: key, title: key })),
          )
        }
      </EditorField>
    );
  }
  return null;
}
