import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { toLocale } from '@/lib/i18n/locales';
import type { SystemView } from '@/lib/payments/connections/queries';
import { SystemAbilities, SystemAssets } from './system-abilities';

/** The systems that can be connected, each with what it can do. */
export function SystemList({ systems }: { systems: SystemView[] }) {
  const t = useTranslations('systems');
  const locale = toLocale(useLocale());
  return (
    <ul className="divide-y divide-border">
      {systems.map((system) => (
        <li
          key={system.code}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 sm:flex-nowrap sm:px-5"
        >
          <div className="grid min-w-0 gap-0.5 text-sm">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{system.titles[locale]}</span>
              <span className="text-muted">
                <SystemAssets assets={system.assets} />
              </span>
              {system.standing !== 'service' && (
                <Badge tone={system.standing === 'legacy' ? 'warning' : 'neutral'}>
                  {t(`standings.${system.standing}`)}
                </Badge>
              )}
            </span>
            <span className="text-muted">
              <SystemAbilities can={system.abilities} />
            </span>
          </div>
          <ButtonLink
            size="sm"
            href={`/admin/systems/new?system=${system.code}`}
            aria-label={t('connectIt', { system: system.titles[locale] })}
          >
            {t('connect')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
