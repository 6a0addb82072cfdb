'use client';

import { Check, Undo2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { WaitingTime } from '@/components/desk/waiting-time';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import type { CollectedView } from '@/lib/cashier/till-types';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';
import type { StepAction } from './reverse-dialog';

type CollectedCardProps = { collected: CollectedView; decide: StepAction };

/** Cash that a cashier wrote down as collected: whoever counts it says that it is there, or that it is not. */
export function CollectedCard({ collected, decide }: CollectedCardProps) {
  const t = useTranslations('till.collected');
  const locale = toLocale(useLocale());
  const { id, cashier, own, asset, note } = collected;
  const told = { name: cashier.name, amount: `${formatAmount(collected.amount, locale)} ${asset}` };
  return (
    <Card as="article" title={t('heading', told)} action={<WaitingTime since={collected.at} />}>
      <div className="grid gap-3">
        <Amount value={collected.amount} code={asset} size="lg" />
        {note && <p className="text-sm text-muted [overflow-wrap:anywhere]">{note}</p>}
        {own ? (
          <p className="text-sm text-muted">{t('own')}</p>
        ) : (
          <div className="flex flex-wrap justify-end gap-2">
            <ConfirmDialog
              trigger={
                <>
                  <Undo2 aria-hidden="true" className="size-4" />
                  {t('return')}
                </>
              }
              triggerLook={{ variant: 'danger-soft' }}
              title={t('returnTitle', told)}
              description={t('returnText', told)}
              confirm={t('return')}
              danger
              action={decide}
              announced={t('returned')}
            >
              <input type="hidden" name="moveId" value={id} />
              <input type="hidden" name="outcome" value="returned" />
              <Field name="reason" label={t('reason')} required>
                <TextArea rows={2} maxLength={500} />
              </Field>
            </ConfirmDialog>
            <ConfirmDialog
              trigger={
                <>
                  <Check aria-hidden="true" className="size-4" />
                  {t('receive')}
                </>
              }
              triggerLook={{ variant: 'primary' }}
              title={t('receiveTitle', told)}
              description={t('receiveText', told)}
              confirm={t('receiveDo', told)}
              action={decide}
              announced={t('received')}
            >
              <input type="hidden" name="moveId" value={id} />
              <input type="hidden" name="outcome" value="received" />
            </ConfirmDialog>
          </div>
        )}
      </div>
    </Card>
  );
}
