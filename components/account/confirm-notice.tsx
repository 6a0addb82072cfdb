import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';

type ConfirmNoticeProps = {
  email: string;
  resend: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
};

/** Stands in the cabinet until the e-mail is confirmed. */
export function ConfirmNotice({ email, resend }: ConfirmNoticeProps) {
  const t = useTranslations('account.notice');
  return (
    <Alert tone="warning" title={t('title')}>
      <p className="mb-2">{t('text', { email })}</p>
      <ActionForm action={resend} success={t('sent')} className="grid justify-items-start gap-2">
        <SubmitButton variant="secondary" size="sm">
          {t('send')}
        </SubmitButton>
      </ActionForm>
    </Alert>
  );
}
