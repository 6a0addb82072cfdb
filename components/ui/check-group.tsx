'use client';

import { type ReactNode, useContext, useId } from 'react';
import { FieldError } from './field-error';
import { FormContext } from './form-context';

type CheckGroupProps = {
  name: string;
  legend: ReactNode;
  options: { value: string; label: ReactNode }[];
  chosen: string[];
  /** How the boxes stand beside each other. */
  className?: string;
};

/** Any of a few, sent under one name. Brings its own legend and error, needs no `Field`. */
export function CheckGroup({
  name,
  legend,
  options,
  chosen,
  className = 'flex flex-wrap gap-x-4',
}: CheckGroupProps) {
  const id = useId();
  const problem = useContext(FormContext).problems[name];
  return (
    <fieldset aria-describedby={problem ? `${id}-error` : undefined}>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div className={className}>
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-2 text-sm md:min-h-8">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="choice"
            />
            {label}
          </label>
        ))}
      </div>
      {problem && <FieldError id={`${id}-error`} problem={problem} />}
    </fieldset>
  );
}
