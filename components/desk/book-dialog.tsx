'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';

export type BookAction = (previous: ActionResult<null> | null, form: FormData) => Promise<ActionResult<null>>;

type BookDialogProps = { paymentId: string; asset: string; book: BookAction; description: ReactNode };

/** Money that came, though what the system told of it does not fit: booked by the operator's word. */
export function BookDialog({ paymentId, asset, book, description }: BookDialogProps) {
  const t = useTranslations('desk.payments.book');
  return (
    <ConfirmDialog
      trigger={t('open')}
      triggerLook={{ size: 'sm', variant: 'outline' }}
      title={t('title')}
      description={description}
      confirm={t('do')}
      action={book}
      announced={t('done')}
    >
      <input type="hidden" name="paymentId" value={paymentId} />
      <Field name="amount" label={t('amount')} required>
        <TextInput amount suffix={asset} autoComplete="off" />
      </Field>
      <Field name="reference" label={t('reference')} hint={t('referenceHint')} required>
        <TextInput maxLength={200} autoComplete="off" spellCheck={false} />
      </Field>
    </ConfirmDialog>
  );
}
