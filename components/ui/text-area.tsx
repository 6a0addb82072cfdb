'use client';

import type { ComponentProps } from 'react';
import { classes } from './classes';
import { useField } from './form-context';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id' | 'name' | 'required'>;

/** Several lines of text, inside a `Field`. Grows with what is typed where the browser can. */
export function TextArea({ className, defaultValue, rows = 4, ...props }: TextAreaProps) {
  const field = useField();
  return (
    <textarea
      rows={rows}
      {...props}
      id={field.id}
      name={field.name}
      required={field.required}
      defaultValue={props.value === undefined ? (field.typed ?? defaultValue) : undefined}
      aria-invalid={field.invalid || undefined}
      aria-describedby={field.describedBy}
      className={classes('textarea field-sizing-content max-h-96', className)}
    />
  );
}
