import { useTranslations } from 'next-intl';
import { FoldedSection } from '@/components/admin/folded-section';
import { RequisiteFieldEditor } from '@/components/admin/requisite-field-editor';
import type { CoinNetwork } from '@/components/admin/requisite-options';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { ActionResult } from '@/lib/action';
import type { MethodForm as MethodValues } from '@/lib/catalog/method-form';
import type { MethodTemplate } from '@/lib/catalog/method-templates';
import type { ConnectionChoice } from '@/lib/payments/connections/method-choices';
import { DirectSection } from './direct-section';
import { GeneralSection } from './general-section';
import { DifferencesSection, FeesSection } from './money-sections';
import { PayInSection } from './pay-in-section';
import { PayOutSection } from './pay-out-section';
import { WalletMethodForm } from './wallet-method-form';
import { WalletSection } from './wallet-section';

type MethodFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  assets: string[];
  networks: CoinNetwork[];
  connections: { payIn: ConnectionChoice[]; payOut: ConnectionChoice[] };
  /** Absent for a new one. */
  method?: MethodValues;
  /** What a new one is filled in with beforehand. */
  template?: MethodTemplate;
};

/** All settings of a payment method but its picture and the office's details. What is rarely touched is folded. */
export function MethodForm({ action, assets, networks, connections, method, template }: MethodFormProps) {
  const t = useTranslations('admin.methods');
  const values = method ?? template;
  const written = Boolean(values?.instructions.en || values?.instructions.ru);
  const asked = values?.fields.length ?? 0;
  if (method?.kind === 'wallet') return <WalletMethodForm action={action} method={method} />;
  return (
    <ActionForm action={action} success={t('saved')} className="grid gap-4">
      <GeneralSection assets={assets} made={method} method={values} />
      <PayInSection method={values} choices={connections.payIn} />
      <DirectSection method={values} />
      <PayOutSection method={values} choices={connections.payOut} />
      <FeesSection method={values} />
      <WalletSection use="topup" method={values} />
      <WalletSection use="withdrawal" method={values} />
      <DifferencesSection method={values} />
      <FoldedSection
        title={t('fields')}
        now={t('fieldsNow', { count: asked })}
        fields={['fields']}
        initiallyOpen={asked === 0}
      >
        <p className="mb-4 text-sm text-muted">{t('fieldsLead')}</p>
        <RequisiteFieldEditor initial={values?.fields ?? []} networks={networks} />
      </FoldedSection>
      <FoldedSection
        title={t('instructions')}
        now={t(written ? 'instructionsWritten' : 'instructionsNone')}
        fields={['instructionsEn', 'instructionsRu']}
      >
        <p className="mb-4 text-sm text-muted">{t('instructionsLead')}</p>
        <div className="grid gap-4 lg:grid-cols-2">
          <Field name="instructionsEn" label={t('instructionsEn')}>
            <TextArea rows={6} defaultValue={values?.instructions.en} />
          </Field>
          <Field name="instructionsRu" label={t('instructionsRu')}>
            <TextArea rows={6} defaultValue={values?.instructions.ru} />
          </Field>
        </div>
      </FoldedSection>
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
