import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { MethodTemplate } from '@/lib/catalog/method-templates';
import { exchangeTypes } from '@/lib/exchange/types';
import type { ConnectionChoice } from '@/lib/payments/connections/method-choices';
import { ConnectionSelect } from './connection-select';
import { MoneyField, PercentField } from './figure-fields';

type PayInSectionProps = { method: MethodTemplate | undefined; choices: ConnectionChoice[] };

/** How customers pay by the method: by a system with what goes with it, or directly. */
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
      <div className="mt-4 grid gap-4 border-t border-border pt-4 group-has-[option[data-none]:checked]/system:hidden">
        <SystemFields method={method} />
      </div>
    </Card>
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
