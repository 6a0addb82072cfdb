import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { CheckGroup } from '@/components/ui/check-group';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { DirectionForm as DirectionValues } from '@/lib/catalog/queries';
import { DirectionTypeField } from './direction-type-field';

type Choice = { code: string; title: string; paysOut: boolean };

type DirectionFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** To choose the two sides from; a made direction keeps its sides. */
  methods: Choice[];
  tags: readonly string[];
  direction?: DirectionValues;
};

/** All settings of a direction. */
export function DirectionForm({ action, methods, tags, direction }: DirectionFormProps) {
  const t = useTranslations('admin.directions');
  const figure = (
    name:
      | 'minGive'
      | 'maxGive'
      | 'minGet'
      | 'maxGet'
      | 'fee'
      | 'minFee'
      | 'giveStep'
      | 'getStep'
      | 'fixedIn'
      | 'fixedOut',
    suffix: string | undefined,
  ) => (
    <Field name={name} label={t(name)}>
      <TextInput inputMode="decimal" className="numeric" suffix={suffix} defaultValue={direction?.[name]} />
    </Field>
  );
  const [give, get] = [direction?.fromAsset, direction?.toAsset];
  return (
    <ActionForm action={action} success={t('saved')} className="grid gap-5">
      <input type="hidden" name="isNew" value={direction ? 'no' : 'yes'} />
      {direction && <input type="hidden" name="version" value={direction.version} />}
      <Card title={t('rate')}>
        <div className="group/rate grid gap-4 sm:grid-cols-2">
          {direction ? (
            <>
              <input type="hidden" name="fromCode" value={direction.fromCode} />
              <input type="hidden" name="toCode" value={direction.toCode} />
            </>
          ) : (
            (['from', 'to'] as const).map((side) => (
              <Field key={side} name={`${side}Code`} label={t(side)} required>
                <Select defaultValue="">
                  <option value="">{t('choose')}</option>
                  {methods.map((method) => (
                    <option key={method.code} value={method.code}>
                      {method.title} · {method.code}
                    </option>
                  ))}
                </Select>
              </Field>
            ))
          )}
          <div className="sm:col-span-2">
            <RadioGroup
              name="rateKind"
              legend={t('rateKind')}
              defaultValue={direction?.rateKind ?? 'market'}
              options={(['market', 'fixed'] as const).map((kind) => ({
                value: kind,
                label: t(`rateKinds.${kind}`),
              }))}
            />
          </div>
          <Field
            name="spreadPercent"
            label={t('spreadPercent')}
            hint={t('spreadHint')}
            className="group-has-[input[value=fixed]:checked]/rate:hidden"
          >
            <TextInput className="numeric" suffix="%" defaultValue={direction?.spreadPercent} />
          </Field>
          <div className="grid gap-4 group-has-[input[value=market]:checked]/rate:hidden sm:grid-cols-2">
            {figure('fixedIn', give)}
            {figure('fixedOut', get)}
          </div>
          <DirectionTypeField
            direction={direction}
            payingOut={methods.filter(({ paysOut }) => paysOut).map(({ code }) => code)}
          />
        </div>
        <Checkbox
          name="enabled"
          label={t('enabled')}
          defaultChecked={direction?.enabled ?? false}
          className="mt-3"
        />
      </Card>
      <Card title={t('limits')}>
        <p className="mb-4 text-sm text-muted">{t('limitsLead')}</p>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {figure('minGive', give)}
          {figure('maxGive', give)}
          {figure('minGet', get)}
          {figure('maxGet', get)}
        </div>
      </Card>
      <Card title={t('fees')}>
        <p className="mb-4 text-sm text-muted">{t('feesLead')}</p>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Field name="feePercent" label={t('feePercent')}>
            <TextInput
              inputMode="decimal"
              className="numeric"
              suffix="%"
              defaultValue={direction?.feePercent}
            />
          </Field>
          {figure('fee', give)}
          {figure('minFee', give)}
          {figure('giveStep', give)}
          {figure('getStep', get)}
        </div>
      </Card>
      <Card title={t('times')}>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field name="expiryMinutes" label={t('expiryMinutes')} required>
            <TextInput inputMode="numeric" defaultValue={direction?.expiryMinutes ?? 30} />
          </Field>
          <Field name="usualMinutes" label={t('usualMinutes')} required>
            <TextInput inputMode="numeric" defaultValue={direction?.usualMinutes ?? 30} />
          </Field>
          <Field name="sort" label={t('sort')} required>
            <TextInput inputMode="numeric" defaultValue={direction?.sort ?? 100} />
          </Field>
        </div>
      </Card>
      <Card title={t('texts')}>
        <p className="mb-4 text-sm text-muted">{t('textsLead')}</p>
        <div className="grid gap-4 lg:grid-cols-2">
          <Field name="textEn" label={t('textEn')}>
            <TextArea rows={6} defaultValue={direction?.texts.en} />
          </Field>
          <Field name="textRu" label={t('textRu')}>
            <TextArea rows={6} defaultValue={direction?.texts.ru} />
          </Field>
        </div>
        <div className="mt-4">
          <CheckGroup
            name="tags"
            legend={t('tags')}
            chosen={direction?.tags ?? []}
            options={tags.map((tag) => ({ value: tag, label: t(`tagNames.${tag}`) }))}
            className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3"
          />
        </div>
      </Card>
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
