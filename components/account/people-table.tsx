import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Badge } from '@/components/ui/badge';
import { ColumnTable } from '@/components/ui/column-table';
import { Time } from '@/components/ui/time';
import type { PersonView } from '@/lib/auth/people';

/** People with their roles and when they were last here. */
export function PeopleTable({ people, ownId }: { people: PersonView[]; ownId: string }) {
  const t = useTranslations('account');
  return (
    <ColumnTable
      caption={t('staff.title')}
      rows={people}
      columns={[
        {
          title: t('staff.person'),
          cell: (person) => (
            <span className="grid min-w-0">
              <Link href={`/admin/staff/${person.id}`} className="link break-all">
                {person.email}
              </Link>
              <span className="text-xs text-muted">
                {person.name}
                {person.id === ownId && ` (${t('staff.you')})`}
              </span>
            </span>
          ),
        },
        {
          title: t('staff.roles'),
          cell: (person) => (
            <span className="inline-flex flex-wrap items-center gap-1.5">
              {person.roles
                .filter((role) => role !== 'customer' || person.roles.length === 1)
                .map((role) => t(`role.${role}`))
                .join(', ')}
              {person.disabledAt && <Badge tone="danger">{t('staff.disabled')}</Badge>}
              {!person.confirmed && <Badge>{t('staff.unconfirmed')}</Badge>}
            </span>
          ),
        },
        {
          title: t('staff.seen'),
          cell: (person) =>
            person.lastSeenAt ? <Time value={person.lastSeenAt} show="relative" /> : t('staff.never'),
        },
      ]}
    />
  );
}
