'use client';

import { type PointerEvent, useState } from 'react';
import type { DeskRow } from '@/lib/exchange/desk-list';

type Shown = { row: DeskRow; gone: boolean };

/**
 * The rows as they are drawn. While a mouse is over the list its order stands still: rows change in place, those that
 * left stay greyed, new ones wait to be shown. Otherwise the list follows at once, and what is new is marked.
 */
export function useCalmRows(rows: DeskRow[]) {
  const [over, setOver] = useState(false);
  const [drawn, setDrawn] = useState(rows);
  const [known, setKnown] = useState<ReadonlySet<string>>(() => idsOf(rows));
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());

  const latest = new Map(rows.map((row) => [row.id, row]));
  const drawnIds = idsOf(drawn);
  const sameRows = rows.length === drawn.length && rows.every((row, index) => row === drawn[index]);
  // Another view has nothing in common with the one before: there is no order to keep.
  const another = drawn.length > 0 && !drawn.some((row) => latest.has(row.id));
  if (!sameRows && (!over || another)) {
    setDrawn(rows);
    setKnown(new Set([...known, ...latest.keys()]));
    setFresh(
      another ? new Set() : new Set([...latest.keys()].filter((id) => !known.has(id) || fresh.has(id))),
    );
  }

  const shown: Shown[] = drawn.map((row) => ({ row: latest.get(row.id) ?? row, gone: !latest.has(row.id) }));
  return {
    shown,
    fresh,
    waiting: over ? rows.filter((row) => !drawnIds.has(row.id)).length : 0,
    catchUp: () => setOver(false),
    hover: {
      enter: (event: PointerEvent) => event.pointerType === 'mouse' && setOver(true),
      leave: () => setOver(false),
    },
  };
}

function idsOf(rows: DeskRow[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id));
}
