'use client';

import type { ComponentProps } from 'react';
import { Link, usePathname } from '@/app/_i18n/navigation';

type NavLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { href: string; exact?: boolean };

/** A link of a shell that knows whether one is there. */
export function NavLink({ href, exact = false, ...props }: NavLinkProps) {
  const pathname = usePathname();
  const here = exact ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      {...props}
      onClick={(event) => {
        // The shell stays when the page changes: a menu would hang open over the new one.
        event.currentTarget.closest('details')?.removeAttribute('open');
        props.onClick?.(event);
      }}
    />
  );
}
