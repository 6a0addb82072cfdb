'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';
import { useField } from './form-context';

type TextInputProps = Omit<ComponentProps<'input'>, 'id' | 'name' | 'required'> & {
  /** Figures of one width, larger: for amounts. */
  amount?: boolean;
  /** Shown inside at the end: an asset's code, a unit. */
  suffix?: ReactNode;
};

/** One line of text, inside a `Field`. Passwords and files are never filled in again. */
export function TextInput({ amount, suffix, className, defaultValue, ...props }: TextInputProps) {
  const field = useField();
  const secret = props.type === 'password' || props.type === 'file';
  const initial = props.value === undefined && !secret ? (field.typed ?? defaultValue) : undefined;
  const input = (
    <input
      type="text"
      inputMode={amount ? 'decimal' : undefined}
      autoComplete={amount ? 'off' : undefined}
      {...props}
      id={field.id}
      name={field.name}
      required={field.required}
      defaultValue={initial}
      aria-invalid={field.invalid || undefined}
      aria-describedby={field.describedBy}
      className={classes(
        'input',
        amount && 'numeric text-xl font-semibold',
        Boolean(suffix) && 'pe-16',
        className,
      )}
    />
  );
  if (!suffix) return input;
  return (
    <div className="relative">
      {input}
      <span className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-sm text-muted">
        {suffix}
      </span>
    </div>
  );
}
