import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';

/** Who changed a setting last, in a line; nothing where nobody has. */
export function LastChanged({ change }: { change: { at: Date; by: string } | null }) {
  const t = useTranslations('wallet-admin');
  if (!change) return null;
  return (
    <p className="text-sm text-muted">
      {t('changedBy', { name: change.by })} <Time value={change.at} />
    </p>
  );
}
