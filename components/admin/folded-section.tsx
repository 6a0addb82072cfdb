'use client';

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { FormContext } from '@/components/ui/form-context';

type FoldedSectionProps = {
  title: ReactNode;
  /** What is set now, in a line, so that it need not be opened to be known. */
  now?: ReactNode;
  /** Fields inside, by the beginning of their names: a wrong one opens the section. */
  fields: readonly string[];
  initiallyOpen?: boolean;
  className?: string;
  children: ReactNode;
};

/** A part of a long form behind its title. Opens without JavaScript, and by itself where something inside is wrong. */
export function FoldedSection({
  title,
  now,
  fields,
  initiallyOpen = false,
  className = '',
  children,
}: FoldedSectionProps) {
  const { problems } = useContext(FormContext);
  const wrong = Object.keys(problems).some((name) =>
    fields.some((field) => name === field || name.startsWith(`${field}.`)),
  );
  const [open, setOpen] = useState(initiallyOpen || wrong);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer opens it anew, also with the same mistake
  useEffect(() => {
    if (wrong) setOpen(true);
  }, [problems]);
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className={`group/fold rounded-xl border border-border bg-surface shadow-surface ${className}`}
    >
      <summary className="flex min-h-12 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-0.5 rounded-xl px-4 py-2.5 sm:px-5 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-muted transition-transform group-open/fold:rotate-90 motion-reduce:transition-none"
        />
        <h2 className="text-base">{title}</h2>
        {now && <span className="min-w-0 text-sm text-muted group-open/fold:hidden">{now}</span>}
      </summary>
      <div className="px-4 pb-4 sm:px-5 sm:pb-5">{children}</div>
    </details>
  );
}
