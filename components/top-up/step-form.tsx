'use client';

import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';

export type StepAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

type StepFormProps = { action: StepAction; topUpId: string; text?: string; submit: string; small?: boolean };

/** One press about a top-up. What stands in its way is told above the button. */
export function StepForm({ action, topUpId, text, submit, small = false }: StepFormProps) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="topUpId" value={topUpId} />
      {text && <p className="text-sm text-muted">{text}</p>}
      {small ? (
        <div>
          <SubmitButton variant="secondary" size="sm">
            {submit}
          </SubmitButton>
        </div>
      ) : (
        <SubmitButton size="lg" fullWidth>
          {submit}
        </SubmitButton>
      )}
    </ActionForm>
  );
}
