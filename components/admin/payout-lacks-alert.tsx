import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Alert } from '@/components/ui/alert';
import type { MethodRow } from '@/lib/catalog/queries';

/** Open methods whose payouts cannot go through as they are set up, each with what it lacks; nothing where there are none. */
export function PayoutLacksAlert({ methods }: { methods: MethodRow[] }) {
  const [t, errors] = [useTranslations('admin.overview'), useTranslations('errors.fields')];
  const lacking = methods.flatMap(({ code, enabled, payoutLacks }) =>
    enabled && payoutLacks ? [{ code, lacks: payoutLacks }] : [],
  );
  if (lacking.length === 0) return null;
  return (
    <Alert tone="danger" title={t('payoutLacks')}>
      <ul className="grid gap-1">
        {lacking.map(({ code, lacks }) => (
          <li key={code}>
            <Link href={`/admin/methods/${code}`} className="link">
              {code}
            </Link>
            {': '}
            {errors(lacks.key === 'payoutAsksAny' ? 'payoutAsksAny' : 'payoutAsks', lacks.params)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
