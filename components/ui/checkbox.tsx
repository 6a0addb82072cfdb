'use client';

import { type ComponentProps, type ReactNode, useContext, useId } from 'react';
import { FieldError } from './field-error';
import { FormContext } from './form-context';

type CheckboxProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'name'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
};

/** A choice that stands by itself: brings its own label and error, needs no `Field`. */
export function Checkbox({
  name,
  label,
  hint,
  defaultChecked,
  value = 'on',
  className,
  ...props
}: CheckboxProps) {
  const id = useId();
  const { values, problems } = useContext(FormContext);
  const problem = problems[name];
  const cameBack = Object.keys(values).length > 0;
  const describedBy = [problem && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`grid gap-1 ${className ?? ''}`}>
      <label htmlFor={id} className="flex min-h-11 items-start gap-2.5 py-2 text-sm md:min-h-0 md:py-1">
        <input
          type="checkbox"
          value={value}
          {...props}
          id={id}
          name={name}
          defaultChecked={
            props.checked === undefined ? (cameBack ? name in values : defaultChecked) : undefined
          }
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
          className="choice"
        />
        <span>{label}</span>
      </label>
      {problem && <FieldError id={`${id}-error`} problem={problem} />}
      {hint && (
        <p id={`${id}-hint`} className="-mt-2 ps-7.5 text-sm text-muted md:mt-0">
          {hint}
        </p>
      )}
    </div>
  );
}
