import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Table, Td, Th } from '@/components/ui/table';
import type { FoundPerson } from '@/lib/cashier/find-people';

/** Accounts to choose a cashier from; who cannot be one is shown with why. */
export function PeopleFound({ people }: { people: FoundPerson[] }) {
  const t = useTranslations('cashiers');
  return (
    <Table caption={t('found')}>
      <thead>
        <tr>
          <Th>{t('person')}</Th>
          <Th>{t('email')}</Th>
          <Th>{t('phone')}</Th>
          <Th>
            <span className="sr-only">{t('choose')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.userId}>
            <Td label={t('person')} className="font-medium">
              {person.name || t('noName')}
            </Td>
            <Td label={t('email')} className="break-all">
              {person.email}
            </Td>
            <Td label={t('phone')} className="numeric whitespace-nowrap">
              {person.phone ?? '–'}
            </Td>
            <Td className="text-end">
              <Choice person={person} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
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
