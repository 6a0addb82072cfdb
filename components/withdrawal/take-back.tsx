'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionResult } from '@/lib/action';

type TakeBackProps = {
  withdrawalId: string;
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
};

/** Takes a withdrawal back that was not sent yet; asked once. */
export function TakeBack({ withdrawalId, action }: TakeBackProps) {
  const t = useTranslations('withdrawal.takeBack');
  return (
    <ConfirmDialog
      trigger={t('open')}
      triggerLook={{ variant: 'danger-soft' }}
      title={t('title')}
      description={t('text')}
      confirm={t('confirm')}
      danger
      action={action}
      announced={t('done')}
    >
      <input type="hidden" name="withdrawalId" value={withdrawalId} />
    </ConfirmDialog>
  );
}
