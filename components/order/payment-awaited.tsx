'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import type { OrderLink } from './claim-form';
import type { PayAction } from './pay-form';

/** He has come back, and the system has not said yet that he paid: that nothing is wrong, and what comes next. */
export function PaymentAwaited({
  action,
  link,
  system,
}: {
  action: PayAction;
  link: OrderLink;
  system: string;
}) {
  const t = useTranslations('payments.waiting');
  return (
    <Alert tone="info" title={t('title')}>
      <div className="grid gap-3">
        <p>
          {t('text', { system })} {t('unpaid')}
        </p>
        <ActionForm action={action}>
          <input type="hidden" name="orderId" value={link.orderId} />
          <input type="hidden" name="secret" value={link.secret} />
          <div>
            <SubmitButton variant="secondary" size="sm">
              {t('check')}
            </SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Alert>
  );
}
