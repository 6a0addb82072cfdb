import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { ColumnTable } from '@/components/ui/column-table';
import type { FoundPerson } from '@/lib/cashier/find-people';

/** Accounts to choose a cashier from; who cannot be one is shown with why. */
export function PeopleFound({ people }: { people: FoundPerson[] }) {
  const t = useTranslations('cashiers');
  return (
    <ColumnTable
      caption={t('found')}
      rows={people}
      rowKey={(person) => person.userId}
      columns={[
        { title: t('person'), className: 'font-medium', cell: (person) => person.name || t('noName') },
        { title: t('email'), className: 'break-all', cell: (person) => person.email },
        { title: t('phone'), className: 'numeric whitespace-nowrap', cell: (person) => person.phone ?? '–' },
        {
          title: t('choose'),
          steps: true,
          className: 'text-end',
          cell: (person) => <Choice person={person} />,
        },
      ]}
    />
  );
}

function Choice({ person: { userId, email, cashier, barred } }: { person: FoundPerson }) {
  const t = useTranslations('cashiers');
  if (cashier)
    return (
      <ButtonLink size="sm" variant="ghost" href={`/admin/cashiers/${userId}`}>
        {t('isCashier')}
      </ButtonLink>
    );
  if (barred) return <Badge>{t(`barred.${barred}`)}</Badge>;
  return (
    <ButtonLink size="sm" href={`/admin/cashiers/new/${userId}`} aria-label={t('chooseWho', { email })}>
      {t('choose')}
    </ButtonLink>
  );
}
