import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { DrawerCount, ShiftView } from '@/lib/cashier/till-types';

/** A cashier's shifts with what was counted at both ends, what the difference was and how he explained it. */
export function ShiftTable({ shifts }: { shifts: ShiftView[] }) {
  const t = useTranslations('cashiers');
  return (
    <Table caption={t('shifts')}>
      <thead>
        <tr>
          <Th>{t('opened')}</Th>
          <Th>{t('closed')}</Th>
          <Th>{t('countedOpen')}</Th>
          <Th>{t('countedClose')}</Th>
          <Th>{t('notes')}</Th>
        </tr>
      </thead>
      <tbody>
        {shifts.map((shift) => (
          <tr key={shift.id}>
            <Td label={t('opened')}>
              <Time value={new Date(shift.openedAt)} show="exact" />
            </Td>
            <Td label={t('closed')}>
              {shift.closedAt ? (
                <Time value={new Date(shift.closedAt)} show="exact" />
              ) : (
                <Badge tone="info">{t('stillOpen')}</Badge>
              )}
            </Td>
            <Td label={t('countedOpen')}>
              <Counts counts={shift.opened} />
            </Td>
            <Td label={t('countedClose')}>
              <Counts counts={shift.closed} />
            </Td>
            <Td label={t('notes')}>{[shift.openNote, shift.closeNote].filter(Boolean).join(' · ') || '–'}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
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
