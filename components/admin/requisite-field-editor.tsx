'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useContext, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field-error';
import { FormContext } from '@/components/ui/form-context';
import { useRowProblems } from './editor-field';
import { type EditedField, RequisiteFieldRow } from './requisite-field-row';
import type { CoinNetwork } from './requisite-options';

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
  const problemsOf = useRowProblems(
    'fields',
    rows.map(({ id }) => id),
  );
  const change = (id: number, part: Partial<EditedField>) =>
    setRows((old) => old.map((row) => (row.id === id ? { id, field: { ...row.field, ...part } } : row)));
  const add = () =>
    setRows((old) => [...old, { id: Math.max(-1, ...old.map((row) => row.id)) + 1, field: fresh }]);
  return (
    <div className="grid gap-3">
      <input type="hidden" name="fields" value={JSON.stringify(rows.map((row) => row.field))} />
      {problems.fields && <FieldError id={undefined} problem={problems.fields} />}
      {rows.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
      {rows.map(({ id, field }, index) => (
        <RequisiteFieldRow
          key={id}
          number={index + 1}
          field={field}
          bicKeys={rows.flatMap(({ field: other }) =>
            other.validator === 'bic' && other.side === field.side && other.key !== '' ? [other.key] : [],
          )}
          networks={networks}
          problems={problemsOf(id)}
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
