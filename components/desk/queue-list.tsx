'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { DeskRow } from '@/lib/exchange/desk-list';
import { BulkBar, type EmptyOrdersAction } from './bulk-bar';
import { QueueRow } from './queue-row';
import { useDesk } from './step-context';
import { useCalmRows } from './use-calm-rows';

type QueueListProps = {
  rows: DeskRow[];
  /** The list's address without an order; rows add theirs. */
  listHref: string;
  openId: string | null;
  showStatus: boolean;
  emptyOrders: EmptyOrdersAction;
};

/** The queue. New orders appear by themselves, but never push away the row under the pointer. */
export function QueueList({ rows, listHref, openId, showStatus, emptyOrders }: QueueListProps) {
  const t = useTranslations('desk.list');
  const { mayAct } = useDesk();
  const { shown, fresh, waiting, hover, catchUp } = useCalmRows(rows);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const empty = shown.filter(({ row }) => row.empty).map(({ row }) => row.id);
  const taken = empty.filter((id) => chosen.has(id));
  const choose = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const join = listHref.includes('?') ? '&' : '?';
  return (
    <>
      {mayAct && empty.length > 0 && (
        <BulkBar all={empty} taken={taken} onChoose={(ids) => setChosen(new Set(ids))} action={emptyOrders} />
      )}
      {waiting > 0 && (
        <div className="border-b border-separator px-3 py-1">
          <Button size="sm" variant="ghost" onClick={catchUp}>
            {t('showNew', { count: waiting })}
          </Button>
        </div>
      )}
      <ul aria-label={t('label')} data-queue="" onPointerEnter={hover.enter} onPointerLeave={hover.leave}>
        {shown.map(({ row, gone }) => (
          <QueueRow
            key={row.id}
            row={row}
            href={`${listHref}${join}order=${row.id}`}
            open={row.id === openId}
            fresh={fresh.has(row.id)}
            gone={gone}
            showStatus={showStatus}
            choosable={mayAct && empty.length > 0}
            chosen={chosen.has(row.id)}
            onChoose={(on) => choose(row.id, on)}
          />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {fresh.size > 0 && t('arrived', { count: fresh.size })}
      </p>
    </>
  );
}
