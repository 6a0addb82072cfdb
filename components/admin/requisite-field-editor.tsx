'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field-error';
import { FormContext } from '@/components/ui/form-context';
import type { CoinNetwork } from './requisite-options';
import { pursePatterns, validatorNames } from './requisite-options';

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

const fresh: EditedField = {
  key: '',
  side: 'get',
  validator: 'text',
  params: {},
  titles: { en: '', ru: '' },
  hints: { en: '', ru: '' },
  required: true,
};

/** The list of what is asked of the customer. Sends itself as JSON in the field `fields` of the form around it. */
export function RequisiteFieldEditor({
  initial,
  networks,
}: {
  initial: EditedField[];
  networks: CoinNetwork[];
}) {
  const t = useTranslations('admin.fieldEditor');
  const [rows, setRows] = useState(() => initial.map((field, id) => ({ id, field })));
  const { problems } = useContext(FormContext);
  const change = (id: number, part: Partial<EditedField>) =>
    setRows((old) => old.map((row) => (row.id === id ? { id, field: { ...row.field, ...part } } : row)));
  const add = () =>
    setRows((old) => [...old, { id: Math.max(-1, ...old.map((row) => row.id)) + 1, field: fresh }]);
  const ownProblem = problems.fields;
  return (
    <div className="grid gap-3">
      <input type="hidden" name="fields" value={JSON.stringify(rows.map((row) => row.field))} />
      {ownProblem && <FieldError id={undefined} problem={ownProblem} />}
      {rows.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
      {rows.map(({ id, field }, index) => (
        <FieldRow
          key={id}
          index={index}
          field={field}
          networks={networks}
          onChange={(part) => change(id, part)}
          onRemove={() => setRows((old) => old.filter((row) => row.id !== id))}
        />
      ))}
      <div>
        <Button size="sm" onClick={add}>
          <Plus aria-hidden="true" />
          {t('add')}
        </Button>
      </div>
    </div>
  );
}

type FieldRowProps = {
  index: number;
  field: EditedField;
  networks: CoinNetwork[];
  onChange: (part: Partial<EditedField>) => void;
  onRemove: () => void;
};

function FieldRow({ index, field, networks, onChange, onRemove }: FieldRowProps) {
  const t = useTranslations('admin.fieldEditor');
  const { problems } = useContext(FormContext);
  const problemsHere = Object.entries(problems).filter(([name]) => name.startsWith(`fields.${index}.`));
  return (
    <fieldset className="grid gap-3 rounded-lg border border-border p-3 sm:grid-cols-3">
      <Labeled label={t('key')}>
        <input
          className="input"
          value={field.key}
          maxLength={32}
          placeholder="card"
          onChange={(event) => onChange({ key: event.target.value })}
        />
      </Labeled>
      <Labeled label={t('side')}>
        <select
          className="input"
          value={field.side}
          onChange={(event) => onChange({ side: event.target.value === 'give' ? 'give' : 'get' })}
        >
          <option value="give">{t('sides.give')}</option>
          <option value="get">{t('sides.get')}</option>
        </select>
      </Labeled>
      <Labeled label={t('validator')}>
        <select
          className="input"
          value={field.validator}
          onChange={(event) => onChange({ validator: event.target.value, params: {} })}
        >
          {validatorNames.map((name) => (
            <option key={name} value={name}>
              {t(`validators.${name}`)}
            </option>
          ))}
        </select>
      </Labeled>
      {field.validator === 'purse' && <PurseParams field={field} onChange={onChange} />}
      {(field.validator === 'coin' || field.validator === 'memo') && (
        <Labeled label={t('network')}>
          <select
            className="input"
            value={field.params.network ?? ''}
            onChange={(event) =>
              onChange({ params: event.target.value ? { network: event.target.value } : {} })
            }
          >
            <option value="">–</option>
            {networks.map((network) => (
              <option key={network.code} value={network.code}>
                {network.title}
              </option>
            ))}
          </select>
        </Labeled>
      )}
      <Labeled label={t('titleEn')}>
        <input
          className="input"
          value={field.titles.en}
          maxLength={60}
          onChange={(event) => onChange({ titles: { ...field.titles, en: event.target.value } })}
        />
      </Labeled>
      <Labeled label={t('titleRu')}>
        <input
          className="input"
          value={field.titles.ru}
          maxLength={60}
          onChange={(event) => onChange({ titles: { ...field.titles, ru: event.target.value } })}
        />
      </Labeled>
      <Labeled label={t('hintEn')}>
        <input
          className="input"
          value={field.hints.en}
          maxLength={200}
          onChange={(event) => onChange({ hints: { ...field.hints, en: event.target.value } })}
        />
      </Labeled>
      <Labeled label={t('hintRu')}>
        <input
          className="input"
          value={field.hints.ru}
          maxLength={200}
          onChange={(event) => onChange({ hints: { ...field.hints, ru: event.target.value } })}
        />
      </Labeled>
      <div className="flex flex-wrap items-center justify-between gap-2 sm:col-span-3">
        <label className="flex items-center gap-2 text-sm">
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
          aria-label={t('remove', { name: field.titles.en || field.key })}
          onClick={onRemove}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
      {problemsHere.map(([name, problem]) => (
        <div key={name} className="sm:col-span-3">
          <FieldError id={undefined} problem={problem} />
        </div>
      ))}
    </fieldset>
  );
}

function PurseParams({ field, onChange }: Pick<FieldRowProps, 'field' | 'onChange'>) {
  const t = useTranslations('admin.fieldEditor');
  const { pattern = '', example = '' } = field.params;
  const set = (params: EditedField['params']) =>
    onChange({ params: Object.fromEntries(Object.entries(params).filter(([, value]) => value)) });
  return (
    <>
      <Labeled label={t('pattern')}>
        <input
          className="input font-mono"
          list="purse-patterns"
          value={pattern}
          onChange={(event) => set({ pattern: event.target.value, example })}
        />
        <datalist id="purse-patterns">
          {pursePatterns.map((preset) => (
            <option key={preset.pattern} value={preset.pattern}>
              {preset.example}
            </option>
          ))}
        </datalist>
      </Labeled>
      <Labeled label={t('example')}>
        <input
          className="input"
          value={example}
          maxLength={60}
          onChange={(event) => set({ pattern, example: event.target.value })}
        />
      </Labeled>
    </>
  );
}

export function Labeled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="grid content-start gap-1 text-sm">
      <span className="text-muted">{label}</span>
      {children}
    </label>
  );
}
