import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';

type LogoFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  methodCode: string;
  logoFileId: string | null;
};

/** The picture of a method. Without one, its initials stand in its place. */
export function LogoForm({ action, methodCode, logoFileId }: LogoFormProps) {
  const t = useTranslations('admin.methods');
  return (
    <Card title={t('logo')}>
      <div className="flex flex-wrap items-start gap-5">
        {logoFileId && (
          // biome-ignore lint/performance/noImgElement: the office's own small picture, already of its final size
          <img src={`/api/logos/${logoFileId}`} alt="" width={64} height={64} className="rounded-lg" />
        )}
        <ActionForm action={action} announced={t('logoSaved')} resetOnSuccess>
          <input type="hidden" name="methodCode" value={methodCode} />
          <Field name="logo" label={t('logo')} hint={t('logoHint')} required>
            <TextInput type="file" accept="image/png,image/jpeg,image/webp" />
          </Field>
          <div>
            <SubmitButton variant="secondary">{t('logoSave')}</SubmitButton>
          </div>
        </ActionForm>
        {logoFileId && (
          <ActionForm action={action} announced={t('logoRemoved')}>
            <input type="hidden" name="methodCode" value={methodCode} />
            <SubmitButton variant="ghost">{t('logoRemove')}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  );
}
