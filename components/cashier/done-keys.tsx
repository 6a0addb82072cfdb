'use client';

import { Plus, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from '@/app/_i18n/navigation';
import { buttonClass } from '@/components/ui/button-class';

type DoneKeysProps = {
  /** Where the receipt is; null while there is none. */
  receiptUrl: string | null;
  /** Where the next operation begins. */
  nextHref: string;
  /** Just made: the next operation is one Enter away. */
  fresh: boolean;
};

/** By the place on the keyboard, so that they work in every alphabet. */
const keys = { KeyP: '80mm', KeyA: 'a4', KeyN: 'next' } as const;

/**
 * What comes after an operation: the receipt on a roll (P) or a sheet (A), and the next one (N, or Enter at once). The
 * keys press the links that stand here for the mouse.
 */
export function DoneKeys({ receiptUrl, nextHref, fresh }: DoneKeysProps) {
  const t = useTranslations('till.operation');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (document.querySelector('dialog[open]') || isTyping(event.target)) return;
      const name = Object.entries(keys).find(([code]) => code === event.code)?.[1];
      const link = name && place.current?.querySelector<HTMLElement>(`[data-key="${name}"]`);
      if (!link) return;
      event.preventDefault();
      link.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    if (fresh) place.current?.querySelector<HTMLElement>('[data-key=next]')?.focus();
  }, [fresh]);
  return (
    <div ref={place} className="grid gap-2 print:hidden sm:grid-cols-2">
      {receiptUrl && (
        <>
          <PrintLink href={`${receiptUrl}?paper=80mm`} paper="80mm" hint="P">
            {t('print80')}
          </PrintLink>
          <PrintLink href={`${receiptUrl}?paper=a4`} paper="a4" hint="A">
            {t('printA4')}
          </PrintLink>
        </>
      )}
      <Link
        href={nextHref}
        data-key="next"
        aria-keyshortcuts="N"
        className={buttonClass({ variant: 'primary', size: 'lg', fullWidth: true }, 'sm:col-span-2')}
      >
        <Plus aria-hidden="true" className="size-4.5" />
        {t('next')}
        <Hint>N</Hint>
      </Link>
    </div>
  );
}

/** The receipt opens in a tab of its own, which asks the printer at once. */
function PrintLink(props: { href: string; paper: string; hint: string; children: ReactNode }) {
  return (
    <a
      href={props.href}
      target="_blank"
      rel="noreferrer"
      data-key={props.paper}
      aria-keyshortcuts={props.hint}
      className={buttonClass({ variant: 'secondary', size: 'lg', fullWidth: true })}
    >
      <Printer aria-hidden="true" className="size-4.5" />
      {props.children}
      <Hint>{props.hint}</Hint>
    </a>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing can focus it; the key is told by aria-keyshortcuts
    <kbd
      aria-hidden="true"
      className="ms-1 hidden rounded border border-current px-1.5 font-mono text-xs opacity-60 md:inline"
    >
      {children}
    </kbd>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
