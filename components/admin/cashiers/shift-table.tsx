import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { DrawerCount, ShiftView } from '@/lib/cashier/till-types';

/** A cashier's shifts with what was counted at both ends, what the difference was and how he explained it. */
export function ShiftTable({ shifts }: { shifts: ShiftView[] }) {
  const t = useTranslations('cashiers');
  return (
    <ColumnTable
      caption={t('shifts')}
      rows={shifts}
      columns={[
        { title: t('opened'), cell: (shift) => <Time value={new Date(shift.openedAt)} show="exact" /> },
        {
          title: t('closed'),
          cell: (shift) =>
            shift.closedAt ? (
              <Time value={new Date(shift.closedAt)} show="exact" />
            ) : (
              <Badge tone="info">{t('stillOpen')}</Badge>
            ),
        },
        { title: t('countedOpen'), cell: (shift) => <Counts counts={shift.opened} /> },
        { title: t('countedClose'), cell: (shift) => <Counts counts={shift.closed} /> },
        {
          title: t('notes'),
          cell: (shift) => [shift.openNote, shift.closeNote].filter(Boolean).join(' · ') || '–',
        },
      ]}
    />
  );
}

function Counts({ counts }: { counts: DrawerCount[] }) {
  const t = useTranslations('cashiers');
  if (counts.length === 0) return <span>–</span>;
  return (
    <ul className="grid gap-0.5">
      {counts.map(({ asset, counted, difference }) => (
        <li key={asset} className="flex flex-wrap items-baseline gap-x-2 max-md:justify-end">
          <Amount value={counted} code={asset} />
          {!/^-?0(\.0+)?$/.test(difference) && (
            <span className={difference.startsWith('-') ? 'text-danger' : 'text-warning-soft-foreground'}>
              {t('difference')} <Amount value={difference} signed />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
