import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Badge } from '@/components/ui/badge';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { PersonView } from '@/lib/auth/people';

/** People with their roles and when they were last here. */
export function PeopleTable({ people, ownId }: { people: PersonView[]; ownId: string }) {
  const t = useTranslations('account');
  return (
    <Table caption={t('staff.title')}>
      <thead>
        <tr>
          <Th>{t('staff.person')}</Th>
          <Th>{t('staff.roles')}</Th>
          <Th>{t('staff.seen')}</Th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, email, name, roles, confirmed, disabledAt, lastSeenAt }) => (
          <tr key={id}>
            <Td label={t('staff.person')}>
              <span className="grid min-w-0">
                <Link href={`/admin/staff/${id}`} className="link break-all">
                  {email}
                </Link>
                <span className="text-xs text-muted">
                  {name}
                  {id === ownId && ` (${t('staff.you')})`}
                </span>
              </span>
            </Td>
            <Td label={t('staff.roles')}>
              <span className="inline-flex flex-wrap items-center gap-1.5">
                {roles
                  .filter((role) => role !== 'customer' || roles.length === 1)
                  .map((role) => t(`role.${role}`))
                  .join(', ')}
                {disabledAt && <Badge tone="danger">{t('staff.disabled')}</Badge>}
                {!confirmed && <Badge>{t('staff.unconfirmed')}</Badge>}
              </span>
            </Td>
            <Td label={t('staff.seen')}>
              {lastSeenAt ? <Time value={lastSeenAt} show="relative" /> : t('staff.never')}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
