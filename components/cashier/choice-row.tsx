'use client';

import { useContext, useId } from 'react';
import { FieldError } from '@/components/ui/field-error';
import { FormContext } from '@/components/ui/form-context';
import { chainMark } from './next-field';

type ChoiceRowProps = {
  name: string;
  legend: string;
  options: { value: string; label: string }[];
  defaultValue: string | undefined;
  onValueChange?: (value: string) => void;
};

/** One of a few in a row of large buttons: arrows choose, Enter goes on, a thumb hits it. */
export function ChoiceRow({ name, legend, options, defaultValue, onValueChange }: ChoiceRowProps) {
  const id = useId();
  const { values, problems } = useContext(FormContext);
  const problem = problems[name];
  const initial = values[name] ?? defaultValue;
  return (
    <fieldset aria-describedby={problem ? `${id}-error` : undefined} {...chainMark}>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="grid grid-cols-2 gap-2 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-12 items-center justify-center rounded-lg border border-border bg-surface px-3 py-2 text-center text-sm has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent-soft-foreground has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={initial === option.value}
              onChange={() => onValueChange?.(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
      {problem && <FieldError id={`${id}-error`} problem={problem} />}
    </fieldset>
  );
}
