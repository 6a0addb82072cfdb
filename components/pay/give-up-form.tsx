'use client';

import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { type PayAction, type PaySubject, SubjectInputs } from './subject-inputs';

type GiveUpFormProps = {
  action: PayAction;
  subject: PaySubject;
  words: { open: string; text: string; submit: string };
};

/** Gives up what was to be paid. Asked once, with what will happen; opens without JavaScript too. */
export function GiveUpForm({ action, subject, words }: GiveUpFormProps) {
  return (
    <details>
      <summary className={buttonClass({ variant: 'ghost', size: 'sm' }, 'w-fit')}>{words.open}</summary>
      <Card className="mt-2">
        <ActionForm action={action}>
          <SubjectInputs subject={subject} />
          <p className="text-sm">{words.text}</p>
          <SubmitButton variant="danger-soft">{words.submit}</SubmitButton>
        </ActionForm>
      </Card>
    </details>
  );
}
