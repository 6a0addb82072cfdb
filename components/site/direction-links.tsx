import { ArrowRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { pairPath } from '@/components/calculator/pair-path';
import { rateWords } from '@/components/calculator/words';
import { MethodMark } from '@/components/method/method-mark';
import type { DirectionView, MethodView } from '@/lib/exchange/catalog-types';
import { toLocale } from '@/lib/i18n/locales';

type DirectionLinksProps = { directions: DirectionView[]; methods: MethodView[] };

/** Directions with their rates, each a link to its own page. */
export function DirectionLinks({ directions, methods }: DirectionLinksProps) {
  const t = useTranslations('calculator');
  const locale = toLocale(useLocale());
  const byCode = new Map(methods.map((method) => [method.code, method]));
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {directions.map((direction) => {
        const from = byCode.get(direction.from);
        const to = byCode.get(direction.to);
        if (!from || !to) return null;
        const { rate } = direction;
        return (
          <li key={direction.id}>
            <Link
              href={pairPath(from.code, to.code)}
              prefetch={false}
              className="flex h-full items-center gap-3 rounded-xl border border-border bg-surface px-4 py-3 hover:bg-surface-hover"
            >
              <span className="flex -space-x-1.5">
                <MethodMark method={from} />
                <MethodMark method={to} className="ring-2 ring-surface" />
              </span>
              <span className="grid min-w-0 grow gap-0.5">
                <span className="flex flex-wrap items-center gap-x-1.5 text-sm font-medium">
                  {from.titles[locale]}
                  <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
                  {to.titles[locale]}
                </span>
                {rate && (
                  <span className="numeric text-sm text-muted">
                    {rateWords(t, rate, { from: from.asset, to: to.asset, locale })}
                  </span>
                )}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
