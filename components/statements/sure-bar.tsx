'use client';

import { CheckCheck, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { SureResult } from '@/lib/payments/statements/decide-line';

type Act<T> = (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;

type SureBarProps = {
  methodId: string;
  /** How many lines are sure; 0 where they are not shown. */
  sure: number;
  confirmAll: Act<SureResult[]>;
  rematch: Act<null>;
};

/** Everything that is sure in one click, and matching anew. Says what could not be confirmed. */
export function SureBar({ methodId, sure, confirmAll, rematch }: SureBarProps) {
  const t = useTranslations('statements');
  const [done, setDone] = useState<SureResult[] | null>(null);
  // Kept here: the question goes away with the last line that was sure, and with it whatever it was to call.
  const confirm: Act<SureResult[]> = async (previous, form) => {
    const answer = await confirmAll(previous, form);
    if (answer.ok) setDone(answer.value);
    return answer;
  };
  const failed = done?.filter(({ ok }) => !ok).length ?? 0;
  return (
    <div className="grid gap-3">
      {done && (
        <Alert tone={failed > 0 ? 'warning' : 'success'} role="status">
          {t('confirmed', { count: done.length - failed })}{' '}
          {failed > 0 && t('notConfirmed', { count: failed })}
        </Alert>
      )}
      <div className="flex flex-wrap gap-2">
        {sure > 0 && (
          <ConfirmDialog
            trigger={
              <>
                <CheckCheck aria-hidden="true" className="size-4" />
                {t('confirmAll', { count: sure })}
              </>
            }
            triggerLook={{ variant: 'primary' }}
            title={t('confirmAllTitle', { count: sure })}
            description={t('confirmAllText')}
            confirm={t('confirmAll', { count: sure })}
            action={confirm}
          >
            <input type="hidden" name="methodId" value={methodId} />
          </ConfirmDialog>
        )}
        <ActionForm action={rematch} announced={t('rematched')} className="contents">
          <input type="hidden" name="methodId" value={methodId} />
          <SubmitButton variant="outline">
            <RefreshCw aria-hidden="true" className="size-4" />
            {t('rematch')}
          </SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}
