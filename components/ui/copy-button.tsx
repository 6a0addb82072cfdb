'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { buttonClass } from './button-class';

type CopyButtonProps = {
  /** What lands on the clipboard. */
  text: string;
  /** What it is, for readers: "Card number". */
  label: string;
  /** Shows the word beside the icon. */
  withWord?: boolean;
};

/** Copies a text and says so, to eyes and to readers. */
export function CopyButton({ text, label, withWord = false }: CopyButtonProps) {
  const t = useTranslations('common.copy');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');

  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={copy}
        aria-label={t('action', { label })}
        title={t('action', { label })}
        className={buttonClass({ variant: 'ghost', size: 'sm', iconOnly: !withWord })}
      >
        <Icon aria-hidden="true" className={state === 'copied' ? 'text-success' : undefined} />
        {withWord && t(state === 'copied' ? 'done' : 'word')}
      </button>
      <span role="status" className="sr-only">
        {state === 'copied' && t('doneLabel', { label })}
        {state === 'failed' && t('failed')}
      </span>
    </>
  );
}
