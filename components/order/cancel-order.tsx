'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { OrderLink } from './claim-form';

type CancelOrderProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  link: OrderLink;
};

/** Gives the order up. Asked once, with what will happen; opens without JavaScript too. */
export function CancelOrder({ action, link }: CancelOrderProps) {
  const t = useTranslations('order.cancel');
  return (
    <details>
      <summary className={buttonClass({ variant: 'ghost', size: 'sm' }, 'w-fit')}>{t('open')}</summary>
      <Card className="mt-2">
        <ActionForm action={action}>
          <input type="hidden" name="orderId" value={link.orderId} />
          <input type="hidden" name="secret" value={link.secret} />
          <p className="text-sm">{t('text')}</p>
          <SubmitButton variant="danger-soft">{t('submit')}</SubmitButton>
        </ActionForm>
      </Card>
    </details>
  );
}
