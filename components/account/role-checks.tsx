import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Checkbox } from '@/components/ui/checkbox';
import type { Role } from '@/lib/auth/actor';
import { listedRole } from '@/lib/auth/grantable-roles';

type RoleChecksProps = {
  held: readonly Role[];
  /** Those that the reader may give and take; others are shown as they are. */
  mayGive: readonly Role[];
  shown: readonly Role[];
};

/** The roles of a person as boxes, each with what it allows. */
export function RoleChecks({ held, mayGive, shown }: RoleChecksProps) {
  const t = useTranslations('account');
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{t('staff.rolesTitle')}</legend>
      {shown.map((role) => {
        const fixed = !mayGive.includes(role);
        return (
          <div key={role}>
            {fixed && held.includes(role) && <input type="hidden" name={`role.${role}`} value="on" />}
            <Checkbox
              name={`role.${role}`}
              label={
                <>
                  <span className="font-medium">{t(`role.${role}`)}</span>{' '}
                  <span className="text-muted">· {t(`roleHint.${role}`)}</span>
                </>
              }
              hint={
                role === listedRole && (
                  <Link href="/admin/cashiers" className="link">
                    {t('staff.cashiersOnly')}
                  </Link>
                )
              }
              defaultChecked={held.includes(role)}
              disabled={fixed}
            />
          </div>
        );
      })}
      {shown.some((role) => role !== listedRole && !mayGive.includes(role)) && (
        <p className="text-sm text-muted">{t('staff.ownerOnly')}</p>
      )}
    </fieldset>
  );
}
