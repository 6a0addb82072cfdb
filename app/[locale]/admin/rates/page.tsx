import { ChartLine } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { ColumnTable } from '@/components/ui/column-table';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { Time } from '@/components/ui/time';
import { listAssets, listMarketRates } from '@/lib/catalog/queries';
import { deleteRateAction, saveRateAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.rates');
  return pageMetadata({ title: t('title') });
}

/** Market prices, typed by hand: each row is a form of its own. */
export default async function RatesPage() {
  const actor = await requirePageRole('admin');
  const [rates, assets, t] = await Promise.all([
    listMarketRates(actor),
    listAssets(actor),
    getTranslations('admin.rates'),
  ]);
  return (
    <div className="grid gap-5">
      <PageHead title={t('title')} lead={t('lead')} />
      <Card flush>
        {rates.length === 0 ? (
          <EmptyState icon={ChartLine} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <ColumnTable
            caption={t('title')}
            rows={rates}
            rowKey={pairOf}
            columns={[
              { title: t('pair'), className: 'font-medium', cell: (rate) => pairOf(rate) },
              {
                title: t('price'),
                cell: (rate) => (
                  <ActionForm
                    action={saveRateAction}
                    announced={t('saved')}
                    className="flex flex-wrap items-start gap-2"
                  >
                    <PairFields rate={rate} />
                    <Field
                      name="price"
                      label={`${t('price')} ${pairOf(rate)}`}
                      hideLabel
                      className="w-34 md:w-44"
                    >
                      <TextInput
                        key={rate.price}
                        defaultValue={rate.price}
                        inputMode="decimal"
                        className="numeric"
                      />
                    </Field>
                    <SubmitButton variant="secondary">{t('save')}</SubmitButton>
                  </ActionForm>
                ),
              },
              { title: t('changed'), cell: (rate) => <Time value={rate.updatedAt} /> },
              { title: t('by'), cell: (rate) => rate.updatedBy ?? '–' },
              {
                title: t('delete'),
                steps: true,
                cell: (rate) => (
                  <ConfirmDialog
                    trigger={t('delete')}
                    triggerLook={{ variant: 'ghost', size: 'sm' }}
                    title={t('deleteTitle', { pair: pairOf(rate) })}
                    description={t('deleteText')}
                    confirm={t('deleteConfirm', { pair: pairOf(rate) })}
                    danger
                    action={deleteRateAction}
                    announced={t('deleted', { pair: pairOf(rate) })}
                  >
                    <PairFields rate={rate} />
                  </ConfirmDialog>
                ),
              },
            ]}
          />
        )}
      </Card>
      <Card title={t('add')}>
        <ActionForm
          action={saveRateAction}
          success={t('saved')}
          resetOnSuccess
          className="grid max-w-2xl gap-4 sm:grid-cols-3"
        >
          <Field name="baseCode" label={t('base')} required>
            <Select>
              {assets.map(({ code }) => (
                <option key={code}>{code}</option>
              ))}
            </Select>
          </Field>
          <Field name="quoteCode" label={t('quote')} required>
            <Select defaultValue="USD">
              {assets.map(({ code }) => (
                <option key={code}>{code}</option>
              ))}
            </Select>
          </Field>
          <Field name="price" label={t('price')} required>
            <TextInput inputMode="decimal" className="numeric" />
          </Field>
          <div className="sm:col-span-3">
            <SubmitButton>{t('add')}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </div>
  );
}

type Pair = { baseCode: string; quoteCode: string };

const pairOf = ({ baseCode, quoteCode }: Pair) => `${baseCode}/${quoteCode}`;

function PairFields({ rate }: { rate: Pair }) {
  return (
    <>
      <input type="hidden" name="baseCode" value={rate.baseCode} />
      <input type="hidden" name="quoteCode" value={rate.quoteCode} />
    </>
  );
}
