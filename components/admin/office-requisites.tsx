import { useFormatter, useNow, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { MethodForm } from '@/lib/catalog/method-form';
import { FoldedForm } from './folded-form';
import { MoneyField } from './methods/figure-fields';
import { PayToEditor } from './pay-to-editor';

type Action = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
type RequisitesSet = MethodForm['officeRequisites'][number];

/** The pool of the office's own details of a method; orders get its sets in turn. */
export function OfficeRequisites({ method, action }: { method: MethodForm; action: Action }) {
  const t = useTranslations('admin.requisites');
  const format = useFormatter();
  const now = useNow();
  const needed = method.payInConnectionId === '' || method.defaultType === 'operator';
  return (
    <Card title={t('title')}>
      <p className="mb-4 text-sm text-muted">{t(method.payInConnectionId ? 'unusedLead' : 'lead')}</p>
      {method.officeRequisites.length === 0 && needed && (
        <p className="mb-4 text-sm text-warning">{t('empty')}</p>
      )}
      <ul className="grid gap-3">
        {method.officeRequisites.map((set) => (
          <li key={set.id} className="rounded-lg border border-border p-3">
            <div className="flex flex-wrap items-baseline justify-between gap-2">
              <span className="font-medium">{set.label}</span>
              <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
                {set.lastUsedAt
                  ? t('lastUsed', { ago: format.relativeTime(set.lastUsedAt, now) })
                  : t('neverUsed')}
                <Badge tone={set.enabled ? 'success' : 'neutral'}>{t(set.enabled ? 'enabled' : 'off')}</Badge>
              </span>
            </div>
            <p className="numeric mt-1 text-sm break-words text-muted">
              {set.lines.map((line) => line.value).join(' · ')}
            </p>
            <FoldedForm summary={t('edit')} action={action} announced={t('saved')} className="mt-1">
              <SetFields method={method} set={set} />
            </FoldedForm>
          </li>
        ))}
      </ul>
      <FoldedForm
        summary={t('add')}
        action={action}
        announced={t('saved')}
        initiallyOpen={method.officeRequisites.length === 0 && needed}
        className="mt-4"
      >
        <SetFields method={method} />
      </FoldedForm>
    </Card>
  );
}

function SetFields({ method, set }: { method: MethodForm; set?: RequisitesSet }) {
  const t = useTranslations('admin.requisites');
  return (
    <>
      <input type="hidden" name="methodCode" value={method.code} />
      {set && <input type="hidden" name="requisitesId" value={set.id} />}
      {set && <input type="hidden" name="version" value={set.version} />}
      <Field name="label" label={t('label')} required>
        <TextInput maxLength={60} autoComplete="off" defaultValue={set?.label} />
      </Field>
      <PayToEditor initial={set?.lines ?? []} />
      <div className="grid gap-4 sm:grid-cols-2">
        {(['dayLimit', 'monthLimit'] as const).map((name) => (
          <MoneyField key={name} name={name} label={t(name)} value={set?.[name]} asset={method.assetCode} />
        ))}
        <p className="text-sm text-muted sm:col-span-2">{t('limitsHint')}</p>
      </div>
      <Checkbox name="enabled" label={t('enabled')} defaultChecked={set?.enabled ?? true} />
      <div>
        <SubmitButton variant="secondary">{t('save')}</SubmitButton>
      </div>
    </>
  );
}
