'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { chooseTheme } from '@/app/_theme/actions';
import { type Theme, themeCookie } from '@/app/_theme/theme';

const choices = [
  { theme: 'light', icon: Sun },
  { theme: 'system', icon: Monitor },
  { theme: 'dark', icon: Moon },
] as const;

/** Light, as the system, dark. At once with JavaScript; without it, by a form. */
export function ThemeSwitch({ current }: { current: Theme }) {
  const t = useTranslations('common.theme');
  const [chosen, setChosen] = useState<Theme>(current);

  const wear = (theme: Theme) => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    const age = theme === 'system' ? 0 : 31_536_000;
    // biome-ignore lint/suspicious/noDocumentCookie: the other way is not in every browser we serve
    document.cookie = `${themeCookie}=${theme}; path=/; max-age=${age}; samesite=lax`;
    setChosen(theme);
  };

  return (
    <form action={chooseTheme}>
      <fieldset className="inline-flex rounded-lg bg-default p-0.5">
        <legend className="sr-only">{t('label')}</legend>
        {choices.map(({ theme, icon: Icon }) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-label={t(theme)}
            title={t(theme)}
            aria-pressed={chosen === theme}
            onClick={(event) => {
              event.preventDefault();
              wear(theme);
            }}
            className="grid size-11 place-items-center rounded-md text-muted hover:text-foreground aria-pressed:bg-surface aria-pressed:text-foreground aria-pressed:shadow-surface md:size-8"
          >
            <Icon aria-hidden="true" className="size-4" />
          </button>
        ))}
      </fieldset>
    </form>
  );
}
