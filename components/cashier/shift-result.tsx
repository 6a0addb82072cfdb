import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { Table, Td, Th } from '@/components/ui/table';
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
      <Table caption={title} showCaption>
        <thead>
          <tr>
            <Th>{t('asset')}</Th>
            <Th numeric>{t('expected')}</Th>
            <Th numeric>{t('countedColumn')}</Th>
            <Th numeric>{t('difference')}</Th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ asset, expected, counted, difference }) => (
            <tr key={asset}>
              <Td label={t('asset')}>{asset}</Td>
              <Td numeric label={t('expected')}>
                <Amount value={expected} exact />
              </Td>
              <Td numeric label={t('countedColumn')}>
                <Amount value={counted} exact />
              </Td>
              <Td numeric label={t('difference')}>
                <Amount
                  value={difference}
                  signed
                  exact
                  className={isSome(difference) ? 'font-semibold text-danger' : undefined}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {note && (
        <p className="px-4 text-sm text-muted [overflow-wrap:anywhere] sm:px-5">{t('words', { note })}</p>
      )}
    </div>
  );
}

function isSome(difference: string): boolean {
  return /[1-9]/.test(difference);
}
