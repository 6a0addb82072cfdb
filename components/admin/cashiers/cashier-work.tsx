import { Banknote, Landmark } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Actor } from '@/lib/auth/actor';
import { recentShifts } from '@/lib/cashier/shift-queries';
import { tillDay } from '@/lib/cashier/till-day';
import { OperationTable } from './operation-table';
import { ShiftTable } from './shift-table';

type CashierWorkProps = { actor: Actor; userId: string /** `2026-11-22`; nothing: today. */; day: string };

/** What a cashier did on one day, and his last shifts. */
export async function CashierWork({ actor, userId, day }: CashierWorkProps) {
  const [work, shifts, t] = await Promise.all([
    tillDay(actor, { cashierId: userId, ...(day && { day }) }),
    recentShifts(actor, { cashierId: userId }),
    getTranslations('cashiers'),
  ]);
  return (
    <>
      <Card
        title={t('operationsTitle')}
        action={
          <form method="get" className="flex items-end gap-2 pb-2">
            <Field name="day" label={t('day')} hideLabel>
              <TextInput type="date" key={work.day} defaultValue={work.day} />
            </Field>
            <Button type="submit">{t('show')}</Button>
          </form>
        }
        flush
      >
        {work.lines.length > 0 ? (
          <OperationTable lines={work.lines} />
        ) : (
          <EmptyState icon={Banknote} title={t('noOperations')}>
            {t('noOperationsText')}
          </EmptyState>
        )}
        {work.more && <p className="px-4 py-2 text-sm text-muted">{t('moreOperations')}</p>}
      </Card>
      <Card title={t('shifts')} flush>
        {shifts.length > 0 ? (
          <ShiftTable shifts={shifts} />
        ) : (
          <EmptyState icon={Landmark} title={t('noShifts')}>
            {t('noShiftsText')}
          </EmptyState>
        )}
      </Card>
    </>
  );
}
