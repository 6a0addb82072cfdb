import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import { toLocale } from '@/lib/i18n/locales';
import type { RequisiteField } from '@/lib/requisites/field';

type RequisitesFormProps = {
  method: { code: string; title: string; fields: RequisiteField[] };
  save: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
};

/** The fields of one payment method and a name for them. */
export function RequisitesForm({ method, save }: RequisitesFormProps) {
  const t = useTranslations('account.requisites');
  const locale = toLocale(useLocale());
  return (
    <Card title={method.title} className="max-w-xl">
      <ActionForm action={save}>
        <input type="hidden" name="methodCode" value={method.code} />
        {method.fields.map(({ key, titles, hints, required }) => (
          <Field
            key={key}
            name={`values.${key}`}
            label={titles[locale]}
            hint={hints[locale] || undefined}
            optional={!required}
          >
            <TextInput autoComplete="off" />
          </Field>
        ))}
        <Field name="label" label={t('label')} hint={t('labelHint')} optional>
          <TextInput autoComplete="off" />
        </Field>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t('save')}</SubmitButton>
          <Link href="/cabinet/requisites" className="link text-sm">
            {t('back')}
          </Link>
        </div>
      </ActionForm>
    </Card>
  );
}
