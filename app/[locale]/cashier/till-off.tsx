import { UserRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { TillVisitor } from './till-visitor';

/** In place of a page that only an active cashier has: who is told so, and what may be done about it. */
export async function TillOff({ visitor: { actor, mayApprove } }: { visitor: TillVisitor }) {
  const t = await getTranslations('till.off');
  return (
    <div className="mx-auto grid w-full max-w-xl gap-5">
      <h1 className="sr-only">{t('heading')}</h1>
      <Card>
        <EmptyState
          icon={UserRound}
          title={t('title')}
          action={
            mayApprove ? (
              <ButtonLink href="/cashier/approvals">{t('approvals')}</ButtonLink>
            ) : (
              <ButtonLink href="/cabinet">{t('cabinet')}</ButtonLink>
            )
          }
        >
          {t('text', { name: actor.name || actor.email })}
        </EmptyState>
      </Card>
    </div>
  );
}
