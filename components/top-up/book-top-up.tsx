'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';

type BookTopUpProps = {
  paymentId: string;
  asset: string;
  book: (previous: ActionResult<null> | null, form: FormData) => Promise<ActionResult<null>>;
};

/** Money of a top-up that came, though what the system told of it does not fit: booked by the operator's word. */
export function BookTopUp({ paymentId, asset, book }: BookTopUpProps) {
  const t = useTranslations('desk.payments.book');
  const words = useTranslations('topup.desk');
  return (
    <ConfirmDialog
      trigger={t('open')}
      triggerLook={{ size: 'sm', variant: 'outline' }}
      title={t('title')}
      description={words('book')}
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
