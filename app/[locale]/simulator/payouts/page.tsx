import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { OutgoTable } from '@/components/simulator/outgo-table';
import { ShopOutcome } from '@/components/simulator/shop-outcome';
import { EmptyState } from '@/components/ui/empty-state';
import { now } from '@/lib/clock';
import { simulatorBooks } from '@/lib/payments/systems/simulator/control';
import { outcomeByDigits } from '@/lib/payments/systems/simulator/operation';
import { decideAction, setOutcomeAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('simulator');
  return { title: t('payouts.title'), robots: { index: false, follow: false } };
}

/** How the simulator treats payouts and refunds, for staff. */
export default async function SimulatorPayoutsPage() {
  const actor = await requirePageRole('operator', 'admin');
  const { shops, outgoes } = await orNotFound(simulatorBooks(actor));
  const t = await getTranslations('simulator.payouts');
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-2">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="max-w-prose text-muted">{t('intro')}</p>
      </header>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold">{t('rule')}</h2>
        <ul className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          {Object.entries(outcomeByDigits).map(([digits, outcome]) => (
            <li key={digits} className="contents">
              <code className="font-mono font-semibold">…{digits}</code>
              <span className="mb-2 text-muted sm:mb-0">{t(`outcomes.${outcome}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold">{t('shops')}</h2>
        {shops.length === 0 ? (
          <EmptyState title={t('noShops')} />
        ) : (
          shops.map((shop) => <ShopOutcome key={shop.shop} shop={shop} action={setOutcomeAction} />)
        )}
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold">{t('list')}</h2>
        {outgoes.length === 0 ? (
          <EmptyState title={t('none')} />
        ) : (
          <OutgoTable outgoes={outgoes} at={now()} action={decideAction} />
        )}
      </section>
    </div>
  );
}
