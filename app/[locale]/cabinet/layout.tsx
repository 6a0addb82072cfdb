import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { currentActor } from '@/app/_auth/current-actor';
import { askToSignIn } from '@/app/_i18n/ask-to-sign-in';
import { currentTheme, officeWords } from '@/app/_theme/shell-props';
import { CabinetShell } from '@/components/shell/cabinet-shell';
import { toLocale } from '@/lib/i18n/locales';
import { walletSettings } from '@/lib/wallet/wallet-settings';

/** Sends a guest to sign in, for comfort; the pages ask who is there by themselves. */
export default async function CabinetLayout({ children }: { children: ReactNode }) {
  const [actor, theme, office] = await Promise.all([currentActor(), currentTheme(), officeWords()]);
  if (actor.kind !== 'user') return askToSignIn();
  const [settings, locale] = await Promise.all([walletSettings(), getLocale()]);
  const wallet = settings.on ? { title: settings.titles[toLocale(locale)] } : null;
  return (
    <CabinetShell actor={actor} theme={theme} wallet={wallet} {...office}>
      {children}
    </CabinetShell>
  );
}
