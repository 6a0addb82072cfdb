'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useDesk } from './step-context';
import type { StepSubject } from './step-subject';

/** The steps that the order allows, the likeliest first and strongest. */
export function StepButtons({ subject }: { subject: StepSubject }) {
  const t = useTranslations('desk.steps');
  const { ask } = useDesk();
  return (
    <div className="flex flex-wrap gap-2">
      {subject.steps.map((step, index) => (
        <Button
          key={step}
          aria-haspopup="dialog"
          data-step={step}
          variant={
            index === 0 && step !== 'delete' ? 'primary' : step === 'delete' ? 'danger-soft' : 'secondary'
          }
          onClick={() => ask(step, subject)}
        >
          {t(`${step}.open`)}
        </Button>
      ))}
    </div>
  );
}
