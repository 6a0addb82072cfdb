'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';

export type LineAction = (previous: ActionResult<null> | null, form: FormData) => Promise<ActionResult<null>>;

/** This line is that payment's money. */
export function ConfirmLine({
  lineId,
  paymentId,
  confirm,
}: {
  lineId: string;
  paymentId: string;
  confirm: LineAction;
}) {
  const t = useTranslations('statements');
  return (
    <ActionForm action={confirm} announced={t('lineConfirmed')} className="grid gap-2">
      <input type="hidden" name="lineId" value={lineId} />
      <input type="hidden" name="paymentId" value={paymentId} />
      <SubmitButton size="sm" variant="secondary">
        {t('confirmLine')}
      </SubmitButton>
    </ActionForm>
  );
}

/** No payment of ours: put aside. */
export function IgnoreLine({ lineId, ignore }: { lineId: string; ignore: LineAction }) {
  const t = useTranslations('statements');
  return (
    <ActionForm action={ignore} announced={t('lineIgnored')} className="grid gap-2">
      <input type="hidden" name="lineId" value={lineId} />
      <SubmitButton size="sm" variant="ghost">
        {t('ignoreLine')}
      </SubmitButton>
    </ActionForm>
  );
}
