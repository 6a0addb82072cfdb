'use client';

import { type ReactNode, useContext, useId } from 'react';
import { FieldError } from './field-error';
import { FormContext } from './form-context';

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioGroupProps = {
  name: string;
  legend: ReactNode;
  options: RadioOption[];
  defaultValue?: string;
  required?: boolean;
  onValueChange?: (value: string) => void;
};

/** One of a few. Brings its own legend and error, needs no `Field`. More than six: use `Select`. */
export function RadioGroup({
  name,
  legend,
  options,
  defaultValue,
  required,
  onValueChange,
}: RadioGroupProps) {
  const id = useId();
  const { values, problems } = useContext(FormContext);
  const problem = problems[name];
  const initial = values[name] ?? defaultValue;
  return (
    <fieldset className="grid gap-1.5" aria-describedby={problem ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-11 items-start gap-2.5 rounded-lg border border-border bg-surface px-3 py-2.5 text-sm has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-50"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            required={required}
            disabled={option.disabled}
            defaultChecked={initial === option.value}
            onChange={() => onValueChange?.(option.value)}
            className="choice"
          />
          <span className="grid gap-0.5">
            <span>{option.label}</span>
            {option.hint && <span className="text-muted">{option.hint}</span>}
          </span>
        </label>
      ))}
      {problem && <FieldError id={`${id}-error`} problem={problem} />}
    </fieldset>
  );
}
