'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { usePathname } from '@/app/_i18n/navigation';
import { type ButtonLook, buttonClass } from './button-class';

type DisclosureMenuProps = {
  summary: ReactNode;
  /** For readers, where the summary is an icon. */
  label?: string;
  look?: ButtonLook;
  align?: 'start' | 'end';
  className?: string;
  children: ReactNode;
};

/**
 * Links and small forms behind one button. Opens without JavaScript; with it, it also closes by Escape, by a press
 * elsewhere and after a link was followed.
 */
export function DisclosureMenu({
  summary,
  label,
  look,
  align = 'end',
  className,
  children,
}: DisclosureMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [pathname]);

  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) element.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return;
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    element.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      element.removeEventListener('keydown', onKey);
    };
  }, []);

  return (
    <details ref={details} className={`relative ${className ?? ''}`}>
      <summary aria-label={label} className={buttonClass(look ?? { variant: 'ghost' })}>
        {summary}
      </summary>
      <div
        className={`absolute top-full z-30 mt-1 w-max min-w-56 max-w-[calc(100vw-2rem)] rounded-xl border border-border bg-overlay p-1.5 text-sm shadow-overlay ${align === 'end' ? 'end-0' : 'start-0'}`}
      >
        {children}
      </div>
    </details>
  );
}
