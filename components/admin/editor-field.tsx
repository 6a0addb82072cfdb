'use client';

import { type ReactNode, useContext, useId, useState } from 'react';
import { FieldError } from '@/components/ui/field-error';
import { FormContext } from '@/components/ui/form-context';
import type { FieldProblem, FieldProblems } from '@/lib/errors';

/** What a control of an editor's row must carry, to be tied to its label and its error. */
export type EditorControl = {
  id: string;
  className: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

/** One labelled control of a row that sends itself as a part of a list, with its error right below. */
export function EditorField({
  label,
  problem,
  className = '',
  children,
}: {
  label: string;
  problem: FieldProblem | undefined;
  className?: string;
  children: (control: EditorControl) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={`grid content-start gap-1 text-sm ${className}`}>
      <label htmlFor={id} className="text-muted">
        {label}
      </label>
      {children({
        id,
        className: 'input',
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': problem && `${id}-error`,
      })}
      {problem && <FieldError id={`${id}-error`} problem={problem} />}
    </div>
  );
}

/**
 * The form's problems of one row, by the path inside of it (`titles.en`). The server names rows by their place in
 * the list that was sent; rows that are taken away afterwards must not pass their errors on to the next one.
 */
export function useRowProblems(list: string, ids: number[]): (id: number) => FieldProblems {
  const { problems } = useContext(FormContext);
  const [sent, setSent] = useState({ problems, ids });
  if (sent.problems !== problems) setSent({ problems, ids });
  return (id) => {
    const prefix = `${list}.${sent.ids.indexOf(id)}.`;
    return Object.fromEntries(
      Object.entries(problems).flatMap(([name, problem]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), problem]] : [],
      ),
    );
  };
}
