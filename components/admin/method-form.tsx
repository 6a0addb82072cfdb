import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { MethodForm as MethodValues } from '@/lib/catalog/method-form';
import { exchangeTypes } from '@/lib/exchange/types';
import { RequisiteFieldEditor } from './requisite-field-editor';
import type { CoinNetwork } from './requisite-options';

const kinds = ['bank', 'card', 'emoney', 'crypto', 'cash'] as const;
const qrKinds = ['none', 'coin', 'ru_bank', 'epc'] as const;

type MethodFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  assets: string[];
  networks: CoinNetwork[];
  /** Absent for a new one. */
  method?: MethodValues;
};

/** All settings of a payment method but its picture and the office's details. */
export function MethodForm({ action, assets, networks, method }: MethodFormProps) {
  const t = useTranslations('admin.methods');
  const kindNames = useTranslations('admin.kinds');
  const types = useTranslations('admin.types');
  const asset = method?.assetCode;
  const money = (name: 'payInFee' | 'payOutFee' | 'minIn' | 'maxIn' | 'minOut' | 'maxOut', label: string) => (
    <Field name={name} label={label}>
      <TextInput inputMode="decimal" className="numeric" suffix={asset} defaultValue={method?.[name]} />
    </Field>
  );
  const percent = (name: 'payInFeePercent' | 'payOutFeePercent') => (
    <Field name={name} label={t('feePercent')}>
      <TextInput inputMode="decimal" className="numeric" suffix="%" defaultValue={method?.[name]} />
    </Field>
  );
  return (
    <ActionForm action={action} success={t('saved')} className="grid gap-5">
      <Card title={t('general')}>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {method ? (
            <>
              <input type="hidden" name="methodId" value={method.id} />
              <input type="hidden" name="code" value={method.code} />
              <input type="hidden" name="assetCode" value={method.assetCode} />
            </>
          ) : (
            <>
              <Field name="code" label={t('code')} hint={t('codeHint')} required>
                <TextInput maxLength={16} autoCapitalize="characters" />
              </Field>
              <Field name="assetCode" label={t('asset')} hint={t('assetHint')} required>
                <Select>
                  {assets.map((code) => (
                    <option key={code}>{code}</option>
                  ))}
                </Select>
              </Field>
            </>
          )}
          <Field name="kind" label={t('kind')} required>
            <Select defaultValue={method?.kind}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindNames(kind)}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="titleEn" label={t('titleEn')} required>
            <TextInput maxLength={80} defaultValue={method?.titles.en} />
          </Field>
          <Field name="titleRu" label={t('titleRu')} required>
            <TextInput maxLength={80} defaultValue={method?.titles.ru} />
          </Field>
          <Field name="defaultType" label={t('defaultType')} hint={t('defaultTypeHint')} required>
            <Select defaultValue={method?.defaultType ?? 'operator'}>
              {exchangeTypes.map((type) => (
                <option key={type} value={type}>
                  {types(type)}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="qrKind" label={t('qrKind')} required>
            <Select defaultValue={method?.qrKind ?? 'none'}>
              {qrKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`qrKinds.${kind}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="city" label={t('city')} hint={t('cityHint')} optional>
            <TextInput maxLength={8} defaultValue={method?.city} />
          </Field>
          <Field name="sort" label={t('sort')} required>
            <TextInput inputMode="numeric" defaultValue={method?.sort ?? 100} />
          </Field>
        </div>
        <Checkbox
          name="enabled"
          label={t('enabled')}
          defaultChecked={method?.enabled ?? false}
          className="mt-3"
        />
      </Card>
      <Card title={t('money')}>
        <p className="mb-4 text-sm text-muted">{t('moneyLead')}</p>
        <div className="grid gap-6 lg:grid-cols-2">
          <fieldset className="grid gap-4 sm:grid-cols-2">
            <legend className="mb-3 text-sm font-medium">{t('in')}</legend>
            {percent('payInFeePercent')}
            {money('payInFee', t('fee'))}
            {money('minIn', t('min'))}
            {money('maxIn', t('max'))}
          </fieldset>
          <fieldset className="grid gap-4 sm:grid-cols-2">
            <legend className="mb-3 text-sm font-medium">{t('out')}</legend>
            {percent('payOutFeePercent')}
            {money('payOutFee', t('fee'))}
            {money('minOut', t('min'))}
            {money('maxOut', t('max'))}
          </fieldset>
        </div>
      </Card>
      <Card title={t('fields')}>
        <p className="mb-4 text-sm text-muted">{t('fieldsLead')}</p>
        <RequisiteFieldEditor initial={method?.fields ?? []} networks={networks} />
      </Card>
      <Card title={t('instructions')}>
        <p className="mb-4 text-sm text-muted">{t('instructionsLead')}</p>
        <div className="grid gap-4 lg:grid-cols-2">
          <Field name="instructionsEn" label={t('instructionsEn')}>
            <TextArea rows={6} defaultValue={method?.instructions.en} />
          </Field>
          <Field name="instructionsRu" label={t('instructionsRu')}>
            <TextArea rows={6} defaultValue={method?.instructions.ru} />
          </Field>
        </div>
      </Card>
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
