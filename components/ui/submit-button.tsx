'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClass } from './button-class';
import { Spinner } from './spinner';

type SubmitButtonProps = ComponentProps<'button'> & ButtonLook;

/**
 * The button that sends its form. While the form is under way it keeps its width, shows that it works and takes no
 * second press; it stays focusable, so that the keyboard does not lose its place.
 */
export function SubmitButton({
  variant = 'primary',
  size,
  fullWidth,
  iconOnly,
  className,
  children,
  ...props
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      {...props}
      className={buttonClass({ variant, size, fullWidth, iconOnly }, className)}
      aria-disabled={pending || props['aria-disabled']}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      <span className={pending ? 'invisible' : 'contents'}>{children}</span>
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}
