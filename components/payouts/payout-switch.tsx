'use client';

import { OctagonX, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { PayoutAction } from './payout-actions';

type PayoutSwitchProps = {
  /** null: all methods. */
  method: { id: string; title: string } | null;
  stopped: boolean;
  action: PayoutAction;
};

/** Stops automatic payouts at once, of one method or of all, or opens them again; says first what will happen. */
export function PayoutSwitch({ method, stopped, action }: PayoutSwitchProps) {
  const t = useTranslations('payouts.switch');
  const what = stopped ? 'open' : 'stop';
  const scope = method ? 'one' : 'all';
  const Icon = stopped ? Play : OctagonX;
  const title = method?.title ?? '';
  return (
    <ConfirmDialog
      trigger={
        <>
          <Icon aria-hidden="true" className="size-4" />
          {t(`${what}.${scope}.open`)}
          {method && <span className="sr-only">{title}</span>}
        </>
      }
      triggerLook={{ size: 'sm', variant: stopped ? 'secondary' : 'danger-soft' }}
      title={t(`${what}.${scope}.title`, { title })}
      description={t(`${what}.text`)}
      confirm={t(`${what}.${scope}.confirm`)}
      danger={!stopped}
      action={action}
      announced={t(`${what}.done`)}
    >
      <input type="hidden" name="methodId" value={method?.id ?? ''} />
      <input type="hidden" name="stopped" value={String(!stopped)} />
    </ConfirmDialog>
  );
}
