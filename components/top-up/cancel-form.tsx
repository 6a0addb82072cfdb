'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import type { StepAction } from './step-form';

type CancelTopUpProps = { action: StepAction; topUpId: string; request: boolean };

/** Gives a top-up up. Asked once, with what will happen; opens without JavaScript too. */
export function CancelTopUp({ action, topUpId, request }: CancelTopUpProps) {
  const t = useTranslations('topup.cancel');
  return (
    <details>
      <summary className={buttonClass({ variant: 'ghost', size: 'sm' }, 'w-fit')}>{t('open')}</summary>
      <Card className="mt-2">
        <ActionForm action={action}>
          <input type="hidden" name="topUpId" value={topUpId} />
          <p className="text-sm">{t(request ? 'textCashier' : 'text')}</p>
          <SubmitButton variant="danger-soft">{t('submit')}</SubmitButton>
        </ActionForm>
      </Card>
    </details>
  );
}
