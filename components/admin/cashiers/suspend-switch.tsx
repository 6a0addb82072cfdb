import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionResult } from '@/lib/action';
import type { CashierRow } from '@/lib/cashier/cashier-list';

type Action = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

type SuspendSwitchProps = { cashier: CashierRow; actions: { suspend: Action; letBack: Action } };

/** Suspends a cashier or lets him back, each asked once. */
export function SuspendSwitch({ cashier, actions }: SuspendSwitchProps) {
  const t = useTranslations('cashiers');
  const name = cashier.name || cashier.email;
  const whom = <input type="hidden" name="userId" value={cashier.userId} />;
  if (cashier.suspendedAt)
    return (
      <ConfirmDialog
        trigger={t('letBack')}
        title={t('letBackTitle', { name })}
        description={t('letBackText')}
        confirm={t('letBack')}
        action={actions.letBack}
        announced={t('isBack', { name })}
      >
        {whom}
      </ConfirmDialog>
    );
  return (
    <ConfirmDialog
      trigger={t('suspend')}
      triggerLook={{ variant: 'danger-soft' }}
      title={t('suspendTitle', { name })}
      description={t(cashier.shiftOpenedAt ? 'suspendTextShift' : 'suspendText')}
      confirm={t('suspend')}
      danger
      action={actions.suspend}
      announced={t('isSuspended', { name })}
    >
      {whom}
    </ConfirmDialog>
  );
}
