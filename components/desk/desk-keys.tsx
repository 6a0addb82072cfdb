'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

const keys = ['j', 'k', 'Enter', 'f', 's', 'c', 't', '/', '?', 'Esc'] as const;
const stepOfKey: Record<string, string> = { f: 'finalize', s: 'schedule', c: 'cancel', t: 'take' };

/**
 * The desk's keys, and the dialog that tells of them. They do nothing while somebody types, while a question is open,
 * or together with Ctrl, Alt or Cmd. Each presses a button or link that is there for the mouse too.
 */
export function DeskKeys() {
  const t = useTranslations('desk.keys');
  const [help, setHelp] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open], [role=menu]')) return;
      if (event.key === '?') setHelp(true);
      else if (!press(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-haspopup="dialog"
        onClick={() => setHelp(true)}
        className="hidden xl:inline-flex"
      >
        <Keyboard aria-hidden="true" className="size-4" />
        {t('open')}
      </Button>
      <Dialog open={help} onClose={() => setHelp(false)} title={t('title')}>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
          {keys.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded border border-border bg-surface-secondary px-1.5 py-0.5 font-mono text-xs">
                  {key}
                </kbd>
              </dt>
              <dd>{t(`of.${nameOf(key)}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="text-sm text-muted">{t('colours')}</p>
        <div className="flex justify-end">
          <Button onClick={() => setHelp(false)}>{t('close')}</Button>
        </div>
      </Dialog>
    </>
  );
}

function nameOf(key: (typeof keys)[number]): string {
  return key === '/' ? 'slash' : key === '?' ? 'question' : key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
  );
}

/** Whether the key did something. */
function press(key: string): boolean {
  if (key === '/') return focus(document.querySelector<HTMLElement>('[data-desk-search]'));
  if (key === 'j' || key === 'k') return goTo(key === 'j' ? 1 : -1);
  const step = stepOfKey[key];
  if (!step) return false;
  const button = document.querySelector<HTMLButtonElement>(`[data-step="${step}"]`);
  button?.click();
  return button !== null;
}

function focus(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}

/** The next row after the one in focus, or after the open one; without either the first or last. */
function goTo(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-order-row] > a')];
  const inFocus = links.findIndex((link) => link.parentElement?.contains(document.activeElement));
  const open = links.findIndex((link) => link.ariaCurrent === 'true');
  const from = inFocus >= 0 ? inFocus : open;
  const next = from < 0 ? (by === 1 ? 0 : links.length - 1) : from + by;
  const link = links[Math.min(Math.max(next, 0), links.length - 1)];
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return link !== undefined;
}
