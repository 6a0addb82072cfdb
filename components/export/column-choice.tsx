'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import type { ColumnGroup, OrderColumn } from '@/lib/export/order-columns';

type ColumnChoiceProps = {
  chosen: readonly OrderColumn[];
  usual: readonly OrderColumn[];
  groups: readonly (readonly [ColumnGroup, readonly OrderColumn[]])[];
};

/** A box for each column, in groups. The three buttons need JavaScript, the boxes do not. */
export function ColumnChoice({ chosen, usual, groups }: ColumnChoiceProps) {
  const t = useTranslations('export');
  const [columns, setColumns] = useState<ReadonlySet<string>>(new Set(chosen));
  const toggle = (name: OrderColumn, on: boolean) => {
    const next = new Set(columns);
    if (on) next.add(name);
    else next.delete(name);
    setColumns(next);
  };
  const sets = { usual, all: groups.flatMap(([, names]) => names), none: [] };
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap gap-2">
        {(['usual', 'all', 'none'] as const).map((name) => (
          <Button key={name} size="sm" variant="secondary" onClick={() => setColumns(new Set(sets[name]))}>
            {t(name)}
          </Button>
        ))}
      </div>
      <div className="gap-8 sm:columns-2 lg:columns-3">
        {groups.map(([group, names]) => (
          <fieldset key={group} className="mb-5 break-inside-avoid">
            <legend className="mb-1 text-sm font-medium">{t(`groups.${group}`)}</legend>
            {names.map((name) => (
              <Checkbox
                key={name}
                name="columns"
                value={name}
                label={t(`columns.${name}`)}
                checked={columns.has(name)}
                onChange={(event) => toggle(name, event.target.checked)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
