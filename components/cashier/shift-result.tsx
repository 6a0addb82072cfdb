import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { DrawerCount, ShiftView } from '@/lib/cashier/till-types';

/** A shift that is over: what was counted at both ends beside what the books said, and the words for a difference. */
export function ShiftResult({ shift }: { shift: ShiftView }) {
  const t = useTranslations('till.shift');
  const { openedAt, closedAt, opened, closed, openNote, closeNote } = shift;
  const differs = [...opened, ...closed].some(({ difference }) => isSome(difference));
  return (
    <Card
      title={
        <>
          <Time value={new Date(openedAt)} show="exact" />
          {closedAt && (
            <>
              {' — '}
              <Time value={new Date(closedAt)} show="exact" />
            </>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <Alert tone={differs ? 'warning' : 'success'} title={differs ? t('differs') : undefined}>
          {t(differs ? 'differsText' : 'agrees')}
        </Alert>
        <Counts title={t('atOpening')} counts={opened} note={openNote} />
        {closed.length > 0 && <Counts title={t('atClosing')} counts={closed} note={closeNote} />}
      </div>
    </Card>
  );
}

function Counts({ title, counts, note }: { title: string; counts: DrawerCount[]; note: string }) {
  const t = useTranslations('till.shift');
  return (
    <div className="-mx-4 grid gap-1 sm:-mx-5">
      <ColumnTable
        caption={title}
        showCaption
        rows={counts}
        rowKey={(count) => count.asset}
        columns={[
          { title: t('asset'), cell: (count) => count.asset },
          { title: t('expected'), numeric: true, cell: (count) => <Amount value={count.expected} exact /> },
          {
            title: t('countedColumn'),
            numeric: true,
            cell: (count) => <Amount value={count.counted} exact />,
          },
          {
            title: t('difference'),
            numeric: true,
            cell: (count) => (
              <Amount
                value={count.difference}
                signed
                exact
                className={isSome(count.difference) ? 'font-semibold text-danger' : undefined}
              />
            ),
          },
        ]}
      />
      {note && (
        <p className="px-4 text-sm text-muted [overflow-wrap:anywhere] sm:px-5">{t('words', { note })}</p>
      )}
    </div>
  );
}

function isSome(difference: string): boolean {
  return /[1-9]/.test(difference);
}
