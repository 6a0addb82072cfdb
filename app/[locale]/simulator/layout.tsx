import { FlaskConical } from 'lucide-react';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { currentTheme } from '@/app/_theme/shell-props';
import { LocaleSwitch } from '@/components/ui/locale-switch';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { isOffered, paymentSystem } from '@/lib/payments/registry';
import './simulator.css';

/** A house of its own: other colours, another mark, and the words that nothing here is real. */
export default async function SimulatorLayout({ children }: { children: ReactNode }) {
  const system = paymentSystem('simulator');
  if (!system || !isOffered(system)) notFound();
  const [t, theme] = await Promise.all([getTranslations('simulator'), currentTheme()]);
  return (
    <div className="simulator flex min-h-dvh flex-col bg-background text-foreground">
      <header className="border-b border-border">
        <p className="simulator-tape px-4 py-1.5 text-center text-sm font-semibold">{t('notReal')}</p>
        <div className="mx-auto flex w-full max-w-5xl flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
          <FlaskConical aria-hidden="true" className="size-6 text-accent" />
          <span className="font-mono text-lg font-semibold">{t('name')}</span>
          <div className="ms-auto flex flex-wrap items-center gap-2">
            <LocaleSwitch />
            <ThemeSwitch current={theme} />
          </div>
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-5xl flex-1 px-4 py-6 md:py-10">
        {children}
      </main>
    </div>
  );
}
