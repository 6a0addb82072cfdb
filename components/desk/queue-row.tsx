'use client';

import { EllipsisVertical, Lock, TriangleAlert } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { classes } from '@/components/ui/classes';
import { Menu } from '@/components/ui/menu';
import type { DeskRow } from '@/lib/exchange/desk-list';
import type { DeskStep } from '@/lib/exchange/desk-steps';
import { statusFacts } from '@/lib/exchange/status';
import { useDesk } from './step-context';
import { WaitingTime } from './waiting-time';

type QueueRowProps = {
  row: DeskRow;
  href: string;
  open: boolean;
  /** Came while the list was looked at. */
  fresh: boolean;
  /** Stays in its place while the pointer is over the list, though it belongs here no longer. */
  gone: boolean;
  /** Several statuses stand in this list, so each row names its own. */
  showStatus: boolean;
  /** Some row of the list can be chosen: then all keep the room. */
  choosable: boolean;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
};

/** On a row in focus the keys mean this row, elsewhere the order that is open (desk-keys.tsx). */
const rowKeys: Record<string, DeskStep> = { f: 'finalize', s: 'schedule', c: 'cancel' };

/** One order of the queue, 36 px high where there is a mouse, a thumb's height on a phone. */
export function QueueRow(props: QueueRowProps) {
  const { row, href, open, fresh, gone, showStatus, choosable, chosen, onChoose } = props;
  const t = useTranslations('desk');
  const { mayAct, ask } = useDesk();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = rowKeys[event.key];
    if (!step || !mayAct || !row.steps.includes(step)) return;
    event.preventDefault();
    ask(step, row);
  };
  return (
    <li
      data-order-row={row.id}
      onKeyDown={onKeyDown}
      className={classes(
        'group relative flex items-center gap-1 border-b border-separator pe-1 last:border-b-0 hover:bg-surface-hover',
        open && 'bg-accent-soft hover:bg-accent-soft',
        fresh && 'desk-fresh',
        gone && 'opacity-50',
      )}
    >
      {choosable && (
        <span className="grid w-8 shrink-0 place-items-center ps-1">
          {row.empty && (
            <input
              type="checkbox"
              className="choice size-4!"
              checked={chosen}
              onChange={(event) => onChoose(event.target.checked)}
              aria-label={t('list.choose', { id: row.id })}
            />
          )}
        </span>
      )}
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={open ? 'true' : undefined}
        className={classes(
          'grid min-h-11 min-w-0 grow grid-cols-[5rem_minmax(0,1fr)_auto] items-center gap-x-2 rounded-sm py-1 text-sm sm:min-h-9 sm:grid-cols-[5rem_minmax(0,1.9fr)_minmax(0,1fr)_8rem] sm:py-0',
          !choosable && 'ps-2',
        )}
      >
        <RowTime row={row} />
        <span className="min-w-0 sm:truncate">
          <Amount value={row.from.amount} code={row.from.asset} className="font-medium" />
          <span aria-hidden="true" className="px-1 text-muted">
            →
          </span>
          <span className="sr-only"> {t('list.for')} </span>
          <Amount value={row.to.amount} code={row.to.asset} className="font-medium" />
          <span className="block truncate text-xs text-muted sm:hidden">
            {showStatus && `${t(`status.${row.status}`)} · `}
            {row.email}
          </span>
        </span>
        <span className="hidden truncate text-muted sm:block">{row.email}</span>
        <span className="flex min-w-0 items-center justify-end gap-1.5">
          {fresh && <span className="text-xs font-semibold text-accent">{t('list.new')}</span>}
          {gone && <span className="text-xs text-muted">{t('list.gone')}</span>}
          {showStatus && (
            <span className="hidden min-w-0 grow truncate text-xs text-muted sm:inline">
              {t(`status.${row.status}`)}
            </span>
          )}
          {row.exception && <Flag label={t(`exceptions.${row.exception}`)} />}
          {row.heldByName && !statusFacts[row.status].terminal && <Holder row={row} />}
        </span>
      </Link>
      {mayAct && (
        <span className="flex w-11 shrink-0 items-center md:w-8">
          {row.steps.length > 0 && (
            <Menu
              label={t('list.actions', { id: row.id })}
              trigger={<EllipsisVertical aria-hidden="true" className="size-4" />}
              triggerLook={{ variant: 'ghost', size: 'sm', iconOnly: true }}
              items={row.steps.map((step) => ({
                id: step,
                label: t(`steps.${step}.open`),
                danger: step === 'cancel' || step === 'delete',
                onAction: () => ask(step, row),
              }))}
            />
          )}
        </span>
      )}
    </li>
  );
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const calendar = { day: 'numeric', month: 'short', year: '2-digit' } as const;

/** What waits says for how long; what waits for nothing of ours says when it was made. */
function RowTime({ row }: { row: DeskRow }) {
  const t = useTranslations('desk.list');
  const format = useFormatter();
  const now = useNow();
  const waits = statusFacts[row.status].waitsForOffice || row.exception === 'paid_late';
  if (waits) return <WaitingTime since={row.waitingSince} due={row.scheduledFor} />;
  const made = new Date(row.createdAt);
  const isToday = format.dateTime(made, calendar) === format.dateTime(now, calendar);
  return (
    <time
      dateTime={row.createdAt}
      title={`${t('made')} ${format.dateTime(made, { dateStyle: 'medium', timeStyle: 'short' })}`}
      className="numeric truncate text-xs text-muted"
    >
      {format.dateTime(made, isToday ? clock : calendar)}
    </time>
  );
}

function Flag({ label }: { label: string }) {
  return (
    <span className="shrink-0 text-danger" title={label}>
      <TriangleAlert aria-hidden="true" className="size-4" />
      <span className="sr-only">{label}</span>
    </span>
  );
}

function Holder({ row }: { row: DeskRow }) {
  const t = useTranslations('desk.list');
  const { userId } = useDesk();
  const mine = row.heldBy === userId;
  const label = mine ? t('heldByMe') : t('heldBy', { name: row.heldByName ?? '' });
  return (
    <span
      title={label}
      className={classes(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded px-1 text-xs',
        mine ? 'bg-accent-soft text-accent-soft-foreground' : 'bg-info-soft text-info-soft-foreground',
      )}
    >
      <Lock aria-hidden="true" className="size-3" />
      <span aria-hidden="true">{initials(row.heldByName ?? '')}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
