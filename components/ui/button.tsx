import type { ComponentProps } from 'react';
import { Link } from '@/app/_i18n/navigation';
import { type ButtonLook, buttonClass } from './button-class';

type ButtonProps = ComponentProps<'button'> & ButtonLook;

/** A button that does not submit unless it is told to (`type="submit"`); in forms use `SubmitButton`. */
export function Button({
  variant,
  size,
  fullWidth,
  iconOnly,
  className,
  type = 'button',
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass({ variant, size, fullWidth, iconOnly }, className)}
      {...props}
    />
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & ButtonLook;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, fullWidth, iconOnly, className, ...props }: ButtonLinkProps) {
  return <Link className={buttonClass({ variant, size, fullWidth, iconOnly }, className)} {...props} />;
}
