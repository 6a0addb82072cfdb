import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { CashierRow } from '@/lib/cashier/cashier-list';

const tones = { active: 'success', suspended: 'warning', disabled: 'danger' } as const;

/** Whether a cashier works. */
export function CashierState({ state }: { state: CashierRow['state'] }) {
  const t = useTranslations('cashiers');
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
