import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';
import type { DeskCounts } from '@/lib/exchange/desk-counts';
import { type DeskFilter, deskFilterParams, statusesShown } from '@/lib/exchange/desk-filter';

const always = [
  'waiting',
  'pending_processing',
  'payment_claimed',
  'transfer_scheduled',
  'refunding',
  'completed',
  'canceled',
  'refunded',
  'all',
] as const;
const rare = ['in_progress', 'funds_received'] as const;

/** The statuses with their true counts; the other filters stay as they are. */
export function StatusTabs({ filter, counts }: { filter: DeskFilter; counts: DeskCounts }) {
  const t = useTranslations('desk');
  const shown = statusesShown(filter);
  const names = [...always.slice(0, -1), ...rare.filter((name) => counts[name] > 0), 'all' as const];
  const { sort: _, ...rest } = filter;
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={names.map((name) => ({
        href: `/desk?${deskFilterParams({ ...rest, status: [name] })}`,
        label: name === 'waiting' || name === 'all' ? t(`tabs.${name}`) : t(`status.${name}`),
        count: counts[name],
        current: shown.length === 1 && shown[0] === name,
      }))}
    />
  );
}
