'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { ActionResult } from '@/lib/action';
import { ActionForm } from './action-form';
import { Button } from './button';
import type { ButtonLook } from './button-class';
import { Dialog } from './dialog';
import { SubmitButton } from './submit-button';

type ConfirmDialogProps<T> = {
  /** Words and look of the button that opens the question. */
  trigger: ReactNode;
  triggerLook?: ButtonLook;
  title: ReactNode;
  /** Says in a sentence what will happen. */
  description: ReactNode;
  /** Says what the button does: "Cancel the order", never "OK". */
  confirm: ReactNode;
  danger?: boolean;
  action: (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;
  onSuccess?: (value: T) => void;
  /** Said in passing once it is done. */
  announced?: string;
  /** Hidden fields (ids, the expected status) and visible ones (a reason). */
  children?: ReactNode;
};

/** A step that is asked once: button, question, action. Closes by itself when the action succeeded. */
export function ConfirmDialog<T>({
  trigger,
  triggerLook,
  title,
  description,
  confirm,
  danger = false,
  action,
  onSuccess,
  announced,
  children,
}: ConfirmDialogProps<T>) {
  const t = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...triggerLook} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <ActionForm
          action={action}
          announced={announced}
          onSuccess={(value) => {
            setOpen(false);
            onSuccess?.(value);
          }}
        >
          <div className="text-sm text-muted">{description}</div>
          {children}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{t('back')}</Button>
            <SubmitButton variant={danger ? 'danger' : 'primary'}>{confirm}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
