'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useContext, useId } from 'react';
import { FieldError } from './field-error';
import { FieldContext, FormContext } from './form-context';

type FieldProps = {
  /** Name in the form's data and in the answer's `fields`. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  /** Says "optional" beside the label; for forms where most fields are required. */
  optional?: boolean;
  /** Seen by readers only: a search field, a cell of a table. */
  hideLabel?: boolean;
  className?: string;
  /** One control: `TextInput`, `TextArea`, `Select`. */
  children: ReactNode;
};

/** Label, control, hint and error, tied to each other. The error comes from the `ActionForm` around it. */
export function Field({
  name,
  label,
  hint,
  required = false,
  optional,
  hideLabel,
  className,
  children,
}: FieldProps) {
  const t = useTranslations('common');
  const id = useId();
  const { values, problems } = useContext(FormContext);
  const problem = problems[name];
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = problem ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined;

  return (
    <div className={`grid content-start gap-1.5 ${className ?? ''}`}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
        {required && (
          <span aria-hidden="true" className="text-danger">
            {' *'}
          </span>
        )}
        {optional && <span className="font-normal text-muted"> · {t('optional')}</span>}
      </label>
      <FieldContext
        value={{ id, name, required, invalid: Boolean(problem), describedBy, typed: values[name] }}
      >
        {children}
      </FieldContext>
      {problem && <FieldError id={errorId} problem={problem} />}
      {hint && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
