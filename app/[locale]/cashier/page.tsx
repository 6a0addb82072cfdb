import { UserRound } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { rolesOf } from '@/components/shell/sections';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { requireRole } from '@/lib/auth/actor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.till');
  return pageMetadata({ title: t('title') });
}

/** The till of this account: who sits at it, and what is open to him. */
export default async function CashierPage() {
  const actor = requireRole(await currentActor(), ...rolesOf('cashier'));
  const t = await getTranslations('shell.till');
  return (
    <div className="grid gap-5">
      <h1>{t('title')}</h1>
      <Card>
        <EmptyState
          icon={UserRound}
          title={t('emptyTitle')}
          action={<ButtonLink href="/cabinet/profile">{t('profile')}</ButtonLink>}
        >
          {t('emptyText', { name: actor.name || actor.email, email: actor.email })}
        </EmptyState>
      </Card>
    </div>
  );
}
