import { classes } from './classes';

export type ButtonLook = {
  /** One `primary` on a page: the step that comes next. */
  variant?: 'primary' | 'secondary' | 'ghost' | 'outline' | 'danger' | 'danger-soft';
  size?: 'sm' | 'md' | 'lg';
  fullWidth?: boolean;
  /** A square with an icon; give it an `aria-label`. */
  iconOnly?: boolean;
};

/** The look of a button alone, for a plain `<a>`, `<summary>` or `<label>`. */
export function buttonClass(look: ButtonLook = {}, className?: string): string {
  const { variant = 'secondary', size = 'md', fullWidth = false, iconOnly = false } = look;
  return classes(
    'button',
    `button--${variant}`,
    `button--${size}`,
    iconOnly && 'button--icon-only',
    fullWidth && 'w-full',
    className,
  );
}
