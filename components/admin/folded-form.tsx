'use client';

import { type ReactNode, useRef, useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import type { ActionResult } from '@/lib/action';

type FoldedFormProps = {
  summary: ReactNode;
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** Said in passing once it is saved. */
  announced: string;
  initiallyOpen?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form behind its summary; folds itself up when it has saved, and begins anew the next time. */
export function FoldedForm({
  summary,
  action,
  announced,
  initiallyOpen = false,
  className,
  children,
}: FoldedFormProps) {
  const [open, setOpen] = useState(initiallyOpen);
  const [round, setRound] = useState(0);
  const handle = useRef<HTMLElement>(null);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className={className}>
      <summary ref={handle} className="w-fit cursor-pointer rounded py-1 text-sm font-medium text-link">
        {summary}
      </summary>
      <ActionForm
        key={round}
        action={action}
        announced={announced}
        onSuccess={() => {
          setOpen(false);
          setRound(round + 1);
          handle.current?.focus();
        }}
        className="grid max-w-2xl gap-4 pt-3"
      >
        {children}
      </ActionForm>
    </details>
  );
}
