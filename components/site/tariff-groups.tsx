import { useLocale, useTranslations } from 'next-intl';
import { groupByKind } from '@/components/calculator/filter-methods';
import { MethodMark } from '@/components/method/method-mark';
import { buttonClass } from '@/components/ui/button-class';
import type { DirectionView, MethodView } from '@/lib/exchange/catalog-types';
import { toLocale } from '@/lib/i18n/locales';
import { TariffTable } from './tariff-table';

export type Tariff = { direction: DirectionView; from: MethodView; to: MethodView };

/** Directions under what is given, by kind; a long list begins with the ways to its parts. */
export function TariffGroups({ tariffs }: { tariffs: Tariff[] }) {
  const t = useTranslations();
  const locale = toLocale(useLocale());
  const sources = [...new Map(tariffs.map(({ from }) => [from.code, from])).values()];
  return (
    <div className="grid gap-10">
      {sources.length > 4 && (
        <nav
          aria-label={t('site.tariffs.jump')}
          className="-mx-4 overflow-x-auto px-4 py-0.5 sm:mx-0 sm:px-0"
        >
          <ul className="flex min-w-max gap-1.5 sm:min-w-0 sm:flex-wrap">
            {sources.map(({ code, titles }) => (
              <li key={code}>
                <a href={`#give-${code}`} className={buttonClass({ variant: 'outline', size: 'sm' })}>
                  {titles[locale]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groupByKind(sources).map((group) => (
        <section key={group.kind} aria-labelledby={`kind-${group.kind}`}>
          <h2 id={`kind-${group.kind}`}>{t(`calculator.kinds.${group.kind}`)}</h2>
          <div className="mt-3 grid gap-4">
            {group.methods.map((from) => (
              <div
                key={from.code}
                id={`give-${from.code}`}
                className="scroll-mt-4 overflow-hidden rounded-xl border border-border bg-surface"
              >
                <h3 className="flex items-center gap-2.5 border-b border-border px-4 py-3 sm:px-5">
                  <MethodMark method={from} size="sm" />
                  {t('site.tariffs.give', { title: from.titles[locale] })}
                  <span className="text-sm font-normal text-muted">{from.asset}</span>
                </h3>
                <TariffTable
                  tariffs={tariffs.filter((tariff) => tariff.from.code === from.code)}
                  caption={t('site.tariffs.give', { title: from.titles[locale] })}
                />
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
