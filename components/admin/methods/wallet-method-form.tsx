import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { MethodForm } from '@/lib/catalog/method-form';
import { FeesSection } from './money-sections';

type WalletMethodFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  method: MethodForm;
};

/** A wallet's method has no details, no system and no other use: only how it stands in exchanges is set here. */
export function WalletMethodForm({ action, method }: WalletMethodFormProps) {
  const t = useTranslations('admin.methods');
  const types = useTranslations('admin.types');
  return (
    <ActionForm action={action} success={t('saved')} className="grid gap-4">
      <input type="hidden" name="methodId" value={method.id} />
      <input type="hidden" name="version" value={method.version} />
      <Card title={t('general')}>
        <p className="mb-4 max-w-[70ch] text-sm text-muted">
          {t.rich('walletLead', {
            link: (words) => (
              <Link href="/admin/wallet" className="link">
                {words}
              </Link>
            ),
          })}
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="titleEn" label={t('titleEn')} required>
            <TextInput maxLength={80} defaultValue={method.titles.en} />
          </Field>
          <Field name="titleRu" label={t('titleRu')} required>
            <TextInput maxLength={80} defaultValue={method.titles.ru} />
          </Field>
          <Field name="defaultType" label={t('defaultType')} hint={t('walletTypeHint')} required>
            <Select defaultValue={method.defaultType}>
              {(['automatic', 'semi_automatic'] as const).map((type) => (
                <option key={type} value={type}>
                  {types(type)}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="sort" label={t('sort')} required>
            <TextInput inputMode="numeric" defaultValue={method.sort} />
          </Field>
        </div>
      </Card>
      <FeesSection method={method} />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
