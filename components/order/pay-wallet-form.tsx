'use client';

import type { PayAction } from '@/components/pay/subject-inputs';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { OrderLink } from './order-link';

type PayWalletFormProps = { action: PayAction; link: OrderLink; paymentId: string; label: string };

/** "Pay 1,000 RUB from the wallet". Pressed twice it pays once. */
export function PayWalletForm({ action, link, paymentId, label }: PayWalletFormProps) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="orderId" value={link.orderId} />
      <input type="hidden" name="secret" value={link.secret} />
      <input type="hidden" name="paymentId" value={paymentId} />
      <SubmitButton size="lg" fullWidth>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
