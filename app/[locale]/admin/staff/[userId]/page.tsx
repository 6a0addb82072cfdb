import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PersonAccess } from '@/components/account/person-access';
import { PersonHistory } from '@/components/account/person-history';
import { RoleChecks } from '@/components/account/role-checks';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { UserActor } from '@/lib/auth/actor';
import { grantableRoles, mayTouch, staffRoles } from '@/lib/auth/grantable-roles';
import { changesOfPerson, loadPerson } from '@/lib/auth/people';
import { AppError } from '@/lib/errors';
import { disable, enable, endSessions, saveRoles, sendLink } from '../actions';

type PageProps = { params: Promise<{ userId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.staff');
  return pageMetadata({ title: t('title') });
}

export default async function PersonPage({ params }: PageProps) {
  const actor = await requirePageRole('admin');
  const { userId } = await params;
  const [person, changes] = await Promise.all([
    personOrNotFound(actor, userId),
    changesOfPerson({ actor, userId }),
  ]);
  const t = await getTranslations('account.staff');
  const mayChange = mayTouch(actor, person.roles);
  return (
    <div className="grid max-w-3xl gap-4">
      <div className="grid gap-1">
        <Link href="/admin/staff" className="link text-sm">
          {t('back')}
        </Link>
        <h1 className="break-all">{person.email}</h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {person.name && <span>{person.name}</span>}
          <span>
            {t('created')} <Time value={person.createdAt} show="exact" />
          </span>
          <span>{t('sessions', { count: person.sessions })}</span>
          {person.disabledAt && <Badge tone="danger">{t('disabled')}</Badge>}
          {!person.confirmed && <Badge>{t('unconfirmed')}</Badge>}
        </p>
      </div>
      <Card title={t('rolesTitle')}>
        <ActionForm action={saveRoles} success={t('rolesSaved')}>
          <input type="hidden" name="userId" value={person.id} />
          <p className="text-sm text-muted">{t('rolesHint')}</p>
          <RoleChecks
            // The boxes take what is stored when it has changed.
            key={person.roles.join()}
            held={person.roles}
            mayGive={mayChange ? grantableRoles(actor) : []}
            shown={staffRoles}
          />
          {mayChange && <SubmitButton className="justify-self-start">{t('rolesSubmit')}</SubmitButton>}
        </ActionForm>
      </Card>
      {mayChange && (
        <PersonAccess
          person={person}
          self={person.id === actor.userId}
          actions={{ disable, enable, endSessions, sendLink }}
        />
      )}
      <PersonHistory changes={changes} />
    </div>
  );
}

async function personOrNotFound(actor: UserActor, userId: string) {
  try {
    return await loadPerson({ actor, userId });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
