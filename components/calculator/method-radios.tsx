'use client';

import { useTranslations } from 'next-intl';
import { MethodMark } from '@/components/method/method-mark';
import type { PriceSide } from '@/lib/exchange/pricing';
import type { Locale } from '@/lib/i18n/locales';
import { groupByKind } from './filter-methods';
import type { CalcMethod } from './types';

type MethodRadiosProps = {
  side: PriceSide;
  methods: CalcMethod[];
  chosen: string;
  note?: string;
  locale: Locale;
};

/** The methods of a side as fields of a plain form. */
export function MethodRadios({ side, methods, chosen, note, locale }: MethodRadiosProps) {
  const t = useTranslations('calculator');
  return (
    <div className="max-h-96 overflow-y-auto">
      {groupByKind(methods).map((group) => (
        <fieldset key={group.kind} className="pb-1">
          <legend className="px-2.5 py-1 text-xs font-medium text-muted">{t(`kinds.${group.kind}`)}</legend>
          {group.methods.map((method) => (
            <label
              key={method.code}
              className="flex min-h-11 items-center gap-2.5 rounded-lg px-2.5 text-sm hover:bg-surface-hover"
            >
              <input
                type="radio"
                name={side === 'give' ? 'from' : 'to'}
                value={method.code}
                defaultChecked={method.code === chosen}
                className="choice"
              />
              <MethodMark method={method} size="sm" />
              <span className="grow">{method.titles[locale]}</span>
              <span className="text-muted">{method.asset}</span>
            </label>
          ))}
        </fieldset>
      ))}
      {note && <p className="px-2.5 py-2 text-xs text-muted">{note}</p>}
    </div>
  );
}
