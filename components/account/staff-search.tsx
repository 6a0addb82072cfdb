import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-class';
import { type PeopleScope, peopleScopes } from '@/lib/auth/people-scopes';

const labels = { staff: 'scopeStaff', all: 'scopeAll', disabled: 'scopeDisabled' } as const;

/** Finds people; a plain form, so that the search stands in the address. */
export function StaffSearch({ search, scope }: { search: string; scope: PeopleScope }) {
  const t = useTranslations('account.staff');
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <label className="grid min-w-56 grow gap-1.5 text-sm font-medium">
          {t('search')}
          <input type="search" name="q" defaultValue={search} maxLength={200} className="input font-normal" />
        </label>
        <label className="grid gap-1.5 text-sm font-medium">
          {t('scope')}
          <select name="scope" defaultValue={scope} className="input font-normal">
            {peopleScopes.map((code) => (
              <option key={code} value={code}>
                {t(labels[code])}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass()}>
          <Search aria-hidden="true" className="size-4" />
          {t('find')}
        </button>
      </form>
    </search>
  );
}
