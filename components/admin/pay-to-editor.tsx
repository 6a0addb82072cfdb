'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field-error';
import { FormContext } from '@/components/ui/form-context';
import type { FieldProblems } from '@/lib/errors';
import type { PayToLine } from '@/lib/exchange/types';
import { EditorField, useRowProblems } from './editor-field';

/** The lines of one set of the office's details. Sends itself as JSON in the field `lines`. */
export function PayToEditor({ initial }: { initial: PayToLine[] }) {
  const t = useTranslations('admin.requisites');
  const [rows, setRows] = useState(() =>
    (initial.length > 0 ? initial : [emptyLine([])]).map((line, id) => ({ id, line })),
  );
  const { problems } = useContext(FormContext);
  const problemsOf = useRowProblems(
    'lines',
    rows.map(({ id }) => id),
  );
  const change = (id: number, part: Partial<PayToLine>) =>
    setRows((old) => old.map((row) => (row.id === id ? { id, line: { ...row.line, ...part } } : row)));
  const add = () =>
    setRows((old) => [
      ...old,
      { id: Math.max(-1, ...old.map((row) => row.id)) + 1, line: emptyLine(old.map((row) => row.line.key)) },
    ]);
  return (
    <div className="grid gap-3">
      <input type="hidden" name="lines" value={JSON.stringify(rows.map((row) => row.line))} />
      {problems.lines && <FieldError id={undefined} problem={problems.lines} />}
      {rows.map(({ id, line }, index) => (
        <Line
          key={id}
          number={index + 1}
          line={line}
          problems={problemsOf(id)}
          onChange={(part) => change(id, part)}
          onRemove={() => setRows((old) => old.filter((row) => row.id !== id))}
        />
      ))}
      <div>
        <Button size="sm" onClick={add}>
          <Plus aria-hidden="true" />
          {t('addLine')}
        </Button>
      </div>
    </div>
  );
}

type LineProps = {
  number: number;
  line: PayToLine;
  problems: FieldProblems;
  onChange: (part: Partial<PayToLine>) => void;
  onRemove: () => void;
};

function Line({ number, line, problems, onChange, onRemove }: LineProps) {
  const t = useTranslations('admin.requisites');
  return (
    <fieldset className="grid gap-2 rounded-lg border border-border p-3 sm:grid-cols-2">
      <legend className="sr-only">{t('line', { number })}</legend>
      {(['en', 'ru'] as const).map((language) => (
        <EditorField
          key={language}
          label={t(language === 'en' ? 'lineEn' : 'lineRu')}
          problem={problems[`titles.${language}`]}
        >
          {(control) => (
            <input
              {...control}
              value={line.titles[language]}
              maxLength={60}
              onChange={(event) => onChange({ titles: { ...line.titles, [language]: event.target.value } })}
            />
          )}
        </EditorField>
      ))}
      <EditorField label={t('value')} problem={problems.value} className="sm:col-span-2">
        {(control) => (
          <input
            {...control}
            value={line.value}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => onChange({ value: event.target.value })}
          />
        )}
      </EditorField>
      <label className="flex min-h-11 items-center gap-2 text-sm md:min-h-0">
        <input
          type="checkbox"
          className="choice"
          checked={line.copy}
          onChange={(event) => onChange({ copy: event.target.checked })}
        />
        {t('copy')}
      </label>
      <div className="text-end">
        <Button size="sm" variant="ghost" aria-label={t('removeLine', { number })} onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
    </fieldset>
  );
}

/** Keys tell lines apart in an order's record, so each is taken once; the customer never sees them. */
function emptyLine(taken: string[]): PayToLine {
  let number = taken.length + 1;
  while (taken.includes(`line${number}`)) number += 1;
  return { key: `line${number}`, titles: { en: '', ru: '' }, value: '', copy: true };
}
