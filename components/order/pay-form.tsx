'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { OrderLink } from './claim-form';

export type PayAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

type PayFormProps = { action: PayAction; link: OrderLink; system: string; opened: boolean };

/** "Pay": leads to the system's page; pressed again, to the same one. What stands in the way is told above the button. */
export function PayForm({ action, link, system, opened }: PayFormProps) {
  const t = useTranslations('payments.pay');
  return (
    <ActionForm action={action}>
      <input type="hidden" name="orderId" value={link.orderId} />
      <input type="hidden" name="secret" value={link.secret} />
      <p className="text-sm text-muted">{opened ? t('opened') : t('lead', { system })}</p>
      <SubmitButton size="lg" fullWidth>
        {t(opened ? 'again' : 'submit')}
      </SubmitButton>
    </ActionForm>
  );
}
