'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRouter } from '@/app/_i18n/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { ActionResult } from '@/lib/action';
import type { OrderResult } from '@/lib/exchange/each-order';
import { BulkResults } from './bulk-results';

export type EmptyOrdersAction = (
  previous: ActionResult<OrderResult[]> | null,
  form: FormData,
) => Promise<ActionResult<OrderResult[]>>;

type BulkBarProps = {
  /** The empty orders of this page, and those of them that are chosen. */
  all: string[];
  taken: string[];
  onChoose: (ids: string[]) => void;
  action: EmptyOrdersAction;
};

/** Cancels or deletes several empty orders at once; the answer tells of each what became of it. */
export function BulkBar({ all, taken, onChoose, action }: BulkBarProps) {
  const t = useTranslations('desk.bulk');
  const common = useTranslations('common');
  const router = useRouter();
  const [asked, setAsked] = useState<{ what: 'cancel' | 'delete'; ids: string[] } | null>(null);
  const [results, setResults] = useState<OrderResult[] | null>(null);
  const close = () => {
    setAsked(null);
    setResults(null);
  };
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b border-separator pe-2 text-sm">
      <label className="flex min-h-9 items-center gap-2 text-muted">
        <span className="grid w-8 place-items-center ps-1">
          <input
            type="checkbox"
            className="choice size-4!"
            checked={taken.length === all.length}
            onChange={(event) => onChoose(event.target.checked ? all : [])}
          />
        </span>
        {taken.length > 0 ? t('chosen', { count: taken.length }) : t('chooseAll', { count: all.length })}
      </label>
      {taken.length > 0 && (
        <span className="ms-auto flex gap-1">
          <Button size="sm" onClick={() => setAsked({ what: 'cancel', ids: taken })}>
            {t('cancel.open')}
          </Button>
          <Button size="sm" variant="danger-soft" onClick={() => setAsked({ what: 'delete', ids: taken })}>
            {t('delete.open')}
          </Button>
        </span>
      )}
      <Dialog
        open={asked !== null}
        onClose={close}
        title={asked && t(`${asked.what}.title`, { count: asked.ids.length })}
      >
        {asked && !results && (
          <ActionForm
            action={action}
            onSuccess={(answer) => {
              setResults(answer);
              onChoose([]);
              router.refresh();
            }}
          >
            <input type="hidden" name="what" value={asked.what} />
            {asked.ids.map((id) => (
              <input key={id} type="hidden" name="orderIds" value={id} />
            ))}
            <p className="text-sm text-muted">{t(`${asked.what}.text`, { count: asked.ids.length })}</p>
            {asked.what === 'cancel' && (
              <Field name="reason" label={t('reason')} hint={t('reasonHint')} required>
                <TextArea rows={2} maxLength={1000} />
              </Field>
            )}
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={close}>{common('back')}</Button>
              <SubmitButton variant="danger">
                {t(`${asked.what}.confirm`, { count: asked.ids.length })}
              </SubmitButton>
            </div>
          </ActionForm>
        )}
        {asked && results && <BulkResults what={asked.what} results={results} onClose={close} />}
      </Dialog>
    </div>
  );
}
