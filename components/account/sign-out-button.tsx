import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { signOut } from '@/app/_auth/actions';

/** Ends the session; a form, so that it works without JavaScript. */
export function SignOutButton({ className }: { className?: string }) {
  const t = useTranslations('account');
  return (
    <form action={signOut}>
      <button type="submit" className={className}>
        <LogOut aria-hidden="true" className="size-4" />
        {t('signOut')}
      </button>
    </form>
  );
}
