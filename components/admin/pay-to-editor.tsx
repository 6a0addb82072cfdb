'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field-error';
import { FormContext } from '@/components/ui/form-context';
import type { PayToLine } from '@/lib/exchange/types';
import { Labeled } from './requisite-field-editor';

/** The lines of one set of the office's details. Sends itself as JSON in the field `lines`. */
export function PayToEditor({ initial }: { initial: PayToLine[] }) {
  const t = useTranslations('admin.requisites');
  const [rows, setRows] = useState(() =>
    (initial.length > 0 ? initial : [emptyLine(0)]).map((line, id) => ({ id, line })),
  );
  const { problems } = useContext(FormContext);
  const change = (id: number, part: Partial<PayToLine>) =>
    setRows((old) => old.map((row) => (row.id === id ? { id, line: { ...row.line, ...part } } : row)));
  const add = () =>
    setRows((old) => {
      const id = Math.max(-1, ...old.map((row) => row.id)) + 1;
      return [...old, { id, line: emptyLine(id) }];
    });
  return (
    <div className="grid gap-3">
      <input type="hidden" name="lines" value={JSON.stringify(rows.map((row) => row.line))} />
      {problems.lines && <FieldError id={undefined} problem={problems.lines} />}
      {rows.map(({ id, line }, index) => (
        <fieldset key={id} className="grid gap-2 rounded-lg border border-border p-3 sm:grid-cols-2">
          <legend className="sr-only">{t('line', { number: index + 1 })}</legend>
          <Labeled label={t('lineEn')}>
            <input
              className="input"
              value={line.titles.en}
              maxLength={60}
              onChange={(event) => change(id, { titles: { ...line.titles, en: event.target.value } })}
            />
          </Labeled>
          <Labeled label={t('lineRu')}>
            <input
              className="input"
              value={line.titles.ru}
              maxLength={60}
              onChange={(event) => change(id, { titles: { ...line.titles, ru: event.target.value } })}
            />
          </Labeled>
          <div className="sm:col-span-2">
            <Labeled label={t('value')}>
              <input
                className="input"
                value={line.value}
                maxLength={200}
                onChange={(event) => change(id, { value: event.target.value })}
              />
            </Labeled>
          </div>
          <label className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="choice"
              checked={line.copy}
              onChange={(event) => change(id, { copy: event.target.checked })}
            />
            {t('copy')}
          </label>
          <div className="text-end">
            <Button
              size="sm"
              variant="ghost"
              aria-label={t('removeLine', { number: index + 1 })}
              onClick={() => setRows((old) => old.filter((row) => row.id !== id))}
            >
              <Trash2 aria-hidden="true" />
            </Button>
          </div>
          {Object.entries(problems)
            .filter(([name]) => name.startsWith(`lines.${index}.`))
            .map(([name, problem]) => (
              <FieldError key={name} id={undefined} problem={problem} />
            ))}
        </fieldset>
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

/** Keys tell lines apart in an order's record; the customer never sees them. */
function emptyLine(id: number): PayToLine {
  return { key: `line${id + 1}`, titles: { en: '', ru: '' }, value: '', copy: true };
}
