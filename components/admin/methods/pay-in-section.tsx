import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { MethodTemplate } from '@/lib/catalog/method-templates';
import { exchangeTypes } from '@/lib/exchange/types';
import type { ConnectionChoice } from '@/lib/payments/connections/method-choices';
import { ConnectionSelect } from './connection-select';
import { MoneyField, PercentField } from './figure-fields';

const qrKinds = ['none', 'coin', 'ru_bank', 'epc'] as const;

type PayInSectionProps = { method: MethodTemplate | undefined; choices: ConnectionChoice[] };

/** How customers pay by the method: by a system, or directly to the office's own details. */
export function PayInSection({ method, choices }: PayInSectionProps) {
  const t = useTranslations('admin.methods');
  const types = useTranslations('admin.types');
  return (
    <Card title={t('payIn')} className="group/system">
      <div className="grid gap-4 sm:grid-cols-2">
        <ConnectionSelect
          name="payInConnectionId"
          label={t('payInBy')}
          hint={t('payInByHint')}
          none={t('direct')}
          choices={choices}
          chosen={method?.payInConnectionId}
        />
        <Field name="defaultType" label={t('defaultType')} hint={t('defaultTypeHint')} required>
          <Select defaultValue={method?.defaultType ?? 'operator'}>
            {exchangeTypes.map((type) => (
              <option key={type} value={type}>
                {types(type)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="mt-4 border-t border-border pt-4 group-has-[option[data-connection]:checked]/system:hidden">
        <DirectFields method={method} />
      </div>
      <div className="mt-4 grid gap-4 border-t border-border pt-4 group-has-[option[data-none]:checked]/system:hidden">
        <SystemFields method={method} />
      </div>
    </Card>
  );
}

function DirectFields({ method }: { method: MethodTemplate | undefined }) {
  const t = useTranslations('admin.methods');
  const titles = method?.claimTitles;
  return (
    <div className="grid gap-4">
      <Field name="qrKind" label={t('qrKind')} className="sm:max-w-sm" required>
        <Select defaultValue={method?.qrKind ?? 'none'}>
          {qrKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`qrKinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Checkbox
          name="referenceRequired"
          label={t('referenceRequired')}
          defaultChecked={method?.referenceRequired ?? false}
        />
        <Checkbox
          name="receiptRequired"
          label={t('receiptRequired')}
          defaultChecked={method?.receiptRequired ?? false}
        />
        <Checkbox
          name="uniqueAmounts"
          label={t('uniqueAmounts')}
          hint={t('uniqueAmountsHint')}
          defaultChecked={method?.uniqueAmounts ?? false}
          className="sm:col-span-2"
        />
      </div>
      <fieldset>
        <legend className="text-sm font-medium">{t('claimTitles')}</legend>
        <p className="mb-3 text-sm text-muted">{t('claimTitlesHint')}</p>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {(['payer', 'reference'] as const).flatMap((field) =>
            (['En', 'Ru'] as const).map((language) => {
              const name = `claim${field === 'payer' ? 'Payer' : 'Reference'}${language}` as const;
              return (
                <Field key={name} name={name} label={t(name)}>
                  <TextInput
                    maxLength={60}
                    defaultValue={titles?.[field]?.[language === 'En' ? 'en' : 'ru']}
                  />
                </Field>
              );
            }),
          )}
        </div>
      </fieldset>
    </div>
  );
}

function SystemFields({ method }: { method: MethodTemplate | undefined }) {
  const t = useTranslations('admin.methods');
  return (
    <>
      <Checkbox
        name="payerMustMatch"
        label={t('payerMustMatch')}
        hint={t('payerMustMatchHint')}
        defaultChecked={method?.payerMustMatch ?? false}
      />
      <fieldset>
        <legend className="text-sm font-medium">{t('systemFee')}</legend>
        <p className="mb-3 text-sm text-muted">{t('systemFeeHint')}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          <PercentField name="systemFeePercent" label={t('percent')} value={method?.systemFeePercent} />
          <MoneyField
            name="systemFee"
            label={t('fixed')}
            value={method?.systemFee}
            asset={method?.assetCode}
          />
          <Field name="systemFeeBearer" label={t('systemFeeBearer')}>
            <Select defaultValue={method?.systemFeeBearer ?? 'office'}>
              {(['office', 'customer'] as const).map((bearer) => (
                <option key={bearer} value={bearer}>
                  {t(`bearers.${bearer}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </fieldset>
    </>
  );
}
