'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { FieldProblems } from '@/lib/errors';
import { EditorField } from './editor-field';
import { RequisiteFieldParams } from './requisite-field-params';
import { type CoinNetwork, validatorNames } from './requisite-options';

/** A field as it is edited: everything is text until the server has checked it. */
export type EditedField = {
  key: string;
  side: 'give' | 'get';
  validator: string;
  params: { pattern?: string; example?: string; network?: string; country?: string; bicField?: string };
  titles: { en: string; ru: string };
  hints: { en: string; ru: string };
  required: boolean;
};

type RequisiteFieldRowProps = {
  number: number;
  field: EditedField;
  /** Fields of the same side that ask for a BIC. */
  bicKeys: string[];
  networks: CoinNetwork[];
  problems: FieldProblems;
  onChange: (part: Partial<EditedField>) => void;
  onRemove: () => void;
};

/** One thing asked of the customer: name, side, check, words. */
export function RequisiteFieldRow({
  number,
  field,
  bicKeys,
  networks,
  problems,
  onChange,
  onRemove,
}: RequisiteFieldRowProps) {
  const t = useTranslations('admin.fieldEditor');
  const text = (list: 'titles' | 'hints', language: 'en' | 'ru', max: number) => (
    <EditorField
      label={t(`${list === 'titles' ? 'title' : 'hint'}${language === 'en' ? 'En' : 'Ru'}`)}
      problem={problems[`${list}.${language}`]}
      className="sm:col-span-3"
    >
      {(control) => (
        <input
          {...control}
          value={field[list][language]}
          maxLength={max}
          onChange={(event) => onChange({ [list]: { ...field[list], [language]: event.target.value } })}
        />
      )}
    </EditorField>
  );
  return (
    <fieldset className="grid gap-3 rounded-lg border border-border p-3 sm:grid-cols-6">
      <legend className="sr-only">{t('number', { number })}</legend>
      <EditorField label={t('key')} problem={problems.key} className="sm:col-span-2">
        {(control) => (
          <input
            {...control}
            value={field.key}
            maxLength={32}
            placeholder="card"
            autoCapitalize="none"
            autoComplete="off"
            onChange={(event) => onChange({ key: event.target.value })}
          />
        )}
      </EditorField>
      <EditorField label={t('side')} problem={problems.side} className="sm:col-span-2">
        {(control) => (
          <select
            {...control}
            value={field.side}
            onChange={(event) => onChange({ side: event.target.value === 'give' ? 'give' : 'get' })}
          >
            <option value="give">{t('sides.give')}</option>
            <option value="get">{t('sides.get')}</option>
          </select>
        )}
      </EditorField>
      <EditorField label={t('validator')} problem={problems.validator} className="sm:col-span-2">
        {(control) => (
          <select
            {...control}
            value={field.validator}
            onChange={(event) => onChange({ validator: event.target.value, params: {} })}
          >
            {validatorNames.map((name) => (
              <option key={name} value={name}>
                {t(`validators.${name}`)}
              </option>
            ))}
          </select>
        )}
      </EditorField>
      <RequisiteFieldParams
        field={field}
        bicKeys={bicKeys}
        networks={networks}
        problems={problems}
        onChange={onChange}
      />
      {text('titles', 'en', 60)}
      {text('titles', 'ru', 60)}
      {text('hints', 'en', 200)}
      {text('hints', 'ru', 200)}
      <div className="flex flex-wrap items-center justify-between gap-2 sm:col-span-6">
        <label className="flex min-h-11 items-center gap-2 text-sm md:min-h-0">
          <input
            type="checkbox"
            className="choice"
            checked={field.required}
            onChange={(event) => onChange({ required: event.target.checked })}
          />
          {t('required')}
        </label>
        <Button
          size="sm"
          variant="ghost"
          aria-label={t('remove', { name: field.titles.en || field.key || number })}
          onClick={onRemove}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
    </fieldset>
  );
}
