import { CircleUser, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { signOut } from '@/app/_auth/actions';
import { DisclosureMenu } from '@/components/ui/disclosure-menu';
import type { UserActor } from '@/lib/auth/actor';
import { NavLink } from './nav-link';
import { areasOf } from './sections';

const row =
  'flex min-h-11 w-full items-center gap-2.5 rounded-lg px-3 text-start hover:bg-surface-hover aria-[current=page]:font-medium md:min-h-9';

/** Who is signed in, where he may go, and the way out. */
export function AccountMenu({ actor }: { actor: UserActor }) {
  const t = useTranslations('shell');
  return (
    <DisclosureMenu
      label={t('account.menu')}
      summary={
        <>
          <CircleUser aria-hidden="true" />
          <span className="hidden max-w-40 truncate sm:inline">{actor.name || actor.email}</span>
        </>
      }
    >
      <p className="border-b border-separator px-3 pt-1 pb-2 text-muted">
        <span className="block text-xs">{t('account.signedInAs')}</span>
        <span className="block max-w-64 truncate font-medium text-foreground">{actor.email}</span>
      </p>
      <ul className="py-1">
        {areasOf(actor).map((area) => (
          <li key={area.href}>
            <NavLink href={area.href} className={row}>
              {t(`areas.${area.label}`)}
            </NavLink>
          </li>
        ))}
      </ul>
      <form action={signOut} className="border-t border-separator pt-1">
        <button type="submit" className={row}>
          <LogOut aria-hidden="true" className="size-4 text-muted" />
          {t('account.signOut')}
        </button>
      </form>
    </DisclosureMenu>
  );
}
