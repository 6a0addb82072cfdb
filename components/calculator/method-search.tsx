'use client';

import { Check, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { MethodMark } from '@/components/method/method-mark';
import { classes } from '@/components/ui/classes';
import type { PriceSide } from '@/lib/exchange/pricing';
import type { Locale } from '@/lib/i18n/locales';
import { groupByKind, matchesMethods } from './filter-methods';
import type { CalcMethod } from './types';

type MethodSearchProps = {
  side: PriceSide;
  methods: CalcMethod[];
  chosen: string;
  note?: string;
  locale: Locale;
  onChoose: (code: string) => void;
  onClose: () => void;
};

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** A list that narrows while one types. Arrows move, Enter takes, Escape leaves. */
export function MethodSearch({ side, methods, chosen, note, locale, onChoose, onClose }: MethodSearchProps) {
  const t = useTranslations('calculator');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(chosen);
  const groups = groupByKind(methods.filter((method) => matchesMethods([method], typed)));
  const shown = groups.flatMap((group) => group.methods);
  const at = shown.findIndex(({ code }) => code === active);
  const current = shown[at] ?? shown[0];

  useEffect(() => {
    // Under a thumb the keyboard would cover the list; there one taps, or taps the field first.
    if (!window.matchMedia('(pointer: coarse)').matches) field.current?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active one stays in sight
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.code]);

  const move = (step: number) => {
    const next = shown[Math.min(Math.max((at === -1 ? 0 : at) + step, 0), shown.length - 1)];
    if (next) setActive(next.code);
  };
  const actOf = (key: string) => {
    const step = steps[key];
    if (step) return () => move(step);
    if (key === 'Escape') return onClose;
    return key === 'Enter' ? () => current && onChoose(current.code) : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const optionId = (code: string) => `${id}-${code}`;

  return (
    <>
      <div className="relative mb-1">
        <Search aria-hidden="true" className="absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current && optionId(current.code)}
          aria-label={t('method.search')}
          placeholder={t('method.search')}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          className="input ps-9"
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t(side)}
        className="max-h-[min(22rem,50dvh)] overflow-y-auto"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
          <div key={group.kind} role="group" aria-labelledby={`${id}-${group.kind}`} className="pb-1">
            <p id={`${id}-${group.kind}`} className="px-2.5 py-1 text-xs font-medium text-muted">
              {t(`kinds.${group.kind}`)}
            </p>
            {group.methods.map((method) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
              <div
                key={method.code}
                id={optionId(method.code)}
                role="option"
                aria-selected={method.code === chosen}
                data-active={method.code === current?.code ? '' : undefined}
                onClick={() => onChoose(method.code)}
                onPointerMove={() => setActive(method.code)}
                className={classes(
                  'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 text-sm sm:min-h-10',
                  method.code === current?.code && 'bg-surface-tertiary',
                )}
              >
                <MethodMark method={method} size="sm" />
                <span className="grow">{method.titles[locale]}</span>
                {method.code === chosen && <Check aria-hidden="true" className="size-4 text-accent" />}
                <span className="text-muted">{method.asset}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className="px-2.5 text-sm text-muted">
        {shown.length === 0 && <span className="block py-3">{t('method.nothing', { typed })}</span>}
      </p>
      {note && <p className="px-2.5 py-2 text-xs text-muted">{note}</p>}
    </>
  );
}
