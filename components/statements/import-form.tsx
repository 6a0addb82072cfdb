'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { errorWords } from '@/components/ui/error-words';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { ImportedStatement } from '@/lib/payments/statements/import-statement';
import type { StatementPreview } from '@/lib/payments/statements/preview-statement';
import { FileInput } from './file-input';
import { ImportResult } from './import-result';
import { MappingFields } from './mapping-fields';
import { PreviewTable } from './preview-table';

type ImportFormProps = {
  methodId: string;
  /** The files that were read last. What was read and is taken out by now is not told of any more. */
  fileIds: string[];
  preview: (form: FormData) => Promise<ActionResult<StatementPreview>>;
  action: (
    previous: ActionResult<ImportedStatement> | null,
    form: FormData,
  ) => Promise<ActionResult<ImportedStatement>>;
};

/**
 * A bank's file: chosen, looked at, its columns told once, taken. Without JavaScript the columns are those of the last
 * file, or what their names suggest.
 */
export function ImportForm({ methodId, fileIds, preview, action }: ImportFormProps) {
  const t = useTranslations('statements.import');
  const errors = useTranslations('errors');
  const [seen, setSeen] = useState<ActionResult<StatementPreview> | null>(null);
  const [done, setDone] = useState<ImportedStatement | null>(null);
  const asked = useRef(0);

  const look = async (file: File | undefined) => {
    asked.current += 1;
    const mine = asked.current;
    setDone(null);
    setSeen(null);
    if (!file) return;
    const form = new FormData();
    form.set('methodId', methodId);
    form.set('file', file);
    const answer = await preview(form);
    // Another file may have been chosen in the meantime.
    if (mine === asked.current) setSeen(answer);
  };
  const found = seen?.ok ? seen.value : null;
  const problem = seen && !seen.ok ? seen : null;
  const field = problem?.fields?.file;
  return (
    <div className="grid gap-4">
      {done && (done.repeated || fileIds.includes(done.statementId)) && <ImportResult result={done} />}
      <ActionForm
        action={action}
        resetOnSuccess
        onSuccess={(result) => {
          setSeen(null);
          setDone(result);
        }}
      >
        <input type="hidden" name="methodId" value={methodId} />
        <Field name="file" label={t('file')} hint={t('fileHint')} required>
          <FileInput onChoose={look} />
        </Field>
        {problem && (
          <Alert tone="danger" role="alert">
            {field
              ? errors(`fields.${field.key}`, field.params)
              : errors(errorWords(problem).key, errorWords(problem).values)}
          </Alert>
        )}
        {found && (
          <>
            <PreviewTable preview={found} />
            <MappingFields
              key={`${found.rowCount}-${found.mapping?.headerRow}`}
              mapping={found.mapping}
              header={found.rows[found.mapping?.headerRow ?? 0] ?? []}
              open={!found.remembered}
            />
          </>
        )}
        <SubmitButton className="justify-self-start">{t('submit')}</SubmitButton>
      </ActionForm>
    </div>
  );
}
