'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRouter } from '@/app/_i18n/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { useAnnounce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { DeskStep } from '@/lib/exchange/desk-steps';
import type { OfferAction } from './revive-offer';
import { StepFields } from './step-fields';
import type { StepSubject } from './step-subject';
import { StepSummary } from './step-summary';

export type AskedStep = DeskStep | 'take_over';

export type StepAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

/** The server's side of each step; pages hand it over. */
export type StepActions = Record<AskedStep, StepAction>;

const dangerous = new Set<AskedStep>(['cancel', 'start_refund', 'delete']);

type StepDialogProps = {
  asked: { step: AskedStep; subject: StepSubject } | null;
  actions: StepActions;
  offer: OfferAction;
  timeZone: string;
  onClose: () => void;
};

/** One step, asked once: what the customer will get, what he is told, what has to be typed. */
export function StepDialog({ asked, actions, offer, timeZone, onClose }: StepDialogProps) {
  const t = useTranslations('desk');
  const common = useTranslations('common');
  const router = useRouter();
  const announce = useAnnounce();
  const [lost, setLost] = useState<Record<string, string> | null>(null);
  const close = () => {
    setLost(null);
    onClose();
  };
  if (!asked)
    return (
      <Dialog open={false} onClose={close} title="">
        {null}
      </Dialog>
    );
  const { step, subject } = asked;
  const act = async (previous: ActionResult | null, form: FormData) => {
    const result = await actions[step](previous, form);
    // Whoever was second sees at once where the order stands now.
    if (!result.ok && (result.code === 'order_moved' || result.code === 'order_held')) {
      setLost(result.params ?? {});
      router.refresh();
    }
    return result;
  };
  return (
    <Dialog open onClose={close} title={t(`steps.${step}.title`)}>
      <ActionForm
        key={`${step} ${subject.id}`}
        action={act}
        onSuccess={() => {
          close();
          announce(t(`steps.${step}.done`));
          router.refresh();
        }}
      >
        <input type="hidden" name="orderId" value={subject.id} />
        {lost?.at && <LostAt lost={lost} />}
        {!lost && <StepSummary step={step} subject={subject} />}
        {!lost && <StepFields step={step} subject={subject} timeZone={timeZone} offer={offer} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={close}>{common('back')}</Button>
          {!lost && (
            <SubmitButton variant={dangerous.has(step) ? 'danger' : 'primary'}>
              {t(`steps.${step}.confirm`)}
            </SubmitButton>
          )}
        </div>
      </ActionForm>
    </Dialog>
  );
}

/** When the other was first, and where the order stands since. */
function LostAt({ lost }: { lost: Record<string, string> }) {
  const t = useTranslations('desk');
  const format = useFormatter();
  const at = format.dateTime(new Date(lost.at ?? ''), { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <p className="text-sm" data-testid="lost-at">
      {t('steps.lostAt', { at, status: t(`status.${lost.status}`) })}
    </p>
  );
}
