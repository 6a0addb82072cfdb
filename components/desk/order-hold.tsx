'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/app/_i18n/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { useDesk } from './step-context';
import type { StepAction } from './step-dialog';
import type { StepSubject } from './step-subject';

type OrderHoldProps = { subject: StepSubject; over: boolean; take: StepAction; release: StepAction };

/** Who works on the order: nobody yet, the reader, or another from whom it can be taken over. */
export function OrderHold({ subject, over, take, release }: OrderHoldProps) {
  const t = useTranslations('desk.hold');
  const router = useRouter();
  const { userId, mayAct, ask } = useDesk();
  if (over) return null;
  const { heldBy, heldByName } = subject;
  if (heldBy !== null && heldBy !== userId)
    return (
      <Alert tone="info" title={t('other', { name: heldByName ?? '' })}>
        {mayAct && (
          <Button size="sm" data-step="take" aria-haspopup="dialog" onClick={() => ask('take_over', subject)}>
            {t('takeOver')}
          </Button>
        )}
      </Alert>
    );
  if (!mayAct) return null;
  const mine = heldBy === userId;
  return (
    <ActionForm
      key={String(mine)}
      action={mine ? release : take}
      onSuccess={() => router.refresh()}
      className="flex flex-wrap items-center gap-2 text-sm"
    >
      <input type="hidden" name="orderId" value={subject.id} />
      <span className={mine ? 'font-medium text-accent' : 'text-muted'}>{t(mine ? 'mine' : 'free')}</span>
      <SubmitButton size="sm" variant="secondary" data-step={mine ? undefined : 'take'}>
        {t(mine ? 'release' : 'take')}
      </SubmitButton>
    </ActionForm>
  );
}
