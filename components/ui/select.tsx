'use client';

import type { ComponentProps } from 'react';
import { classes } from './classes';
import { useField } from './form-context';

type SelectProps = Omit<ComponentProps<'select'>, 'id' | 'name' | 'required'>;

/** The browser's own list (best on phones and by keyboard), inside a `Field`. Children are `<option>`s. */
export function Select({ className, defaultValue, ...props }: SelectProps) {
  const field = useField();
  const initial = props.value === undefined ? (field.typed ?? defaultValue) : undefined;
  return (
    <select
      // A select takes its first value only when it is made: it is made anew when a form came back.
      key={field.typed}
      {...props}
      id={field.id}
      name={field.name}
      required={field.required}
      defaultValue={initial}
      aria-invalid={field.invalid || undefined}
      aria-describedby={field.describedBy}
      className={classes('input', className)}
    />
  );
}
