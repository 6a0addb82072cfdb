import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import type { DrawerBalance } from '@/lib/cashier/till-types';

type DrawerListProps = {
  drawers: DrawerBalance[];
  /** Whose each is, for those who see all. */
  named: boolean;
};

/** What lies in the drawers now by the books. */
export function DrawerList({ drawers, named }: DrawerListProps) {
  const t = useTranslations('till.day');
  const people = new Map(drawers.map(({ cashier, shiftOpen }) => [cashier.id, { ...cashier, shiftOpen }]));
  return (
    <Card title={t('drawers')} className="self-start">
      <ul className="grid gap-3">
        {[...people.values()].map(({ id, name, shiftOpen }) => (
          <li key={id} className="grid gap-1">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              {named && <span className="font-medium">{name}</span>}
              <span className="text-muted">{t(shiftOpen ? 'shiftOpen' : 'shiftClosed')}</span>
            </p>
            {drawers
              .filter(({ cashier }) => cashier.id === id)
              .map(({ asset, balance }) => (
                <p key={asset} className="text-end">
                  <Amount value={balance} code={asset} exact className="text-lg font-semibold" />
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
