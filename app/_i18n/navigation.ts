import { createNavigation } from 'next-intl/navigation';
import { routing } from './routing';

/** Links and redirects that put the language into the address by themselves. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);
