import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { DirectionView, MethodView } from '@/lib/exchange/catalog-types';
import { toLocale } from '@/lib/i18n/locales';
import { DirectionLinks } from './direction-links';

type AlternativesProps = {
  from: MethodView;
  to: MethodView;
  directions: DirectionView[];
  methods: MethodView[];
};

/** What else is open from the same method and to the same method. */
export function Alternatives({ from, to, directions, methods }: AlternativesProps) {
  const t = useTranslations('site');
  const locale = toLocale(useLocale());
  const open = directions.filter(({ state }) => state === 'open');
  const lists = [
    { key: 'from', title: from.titles[locale], found: open.filter((one) => isOther(one, 'from')) },
    { key: 'to', title: to.titles[locale], found: open.filter((one) => isOther(one, 'to')) },
  ].filter(({ found }) => found.length > 0);

  function isOther(one: DirectionView, side: 'from' | 'to'): boolean {
    return side === 'from'
      ? one.from === from.code && one.to !== to.code
      : one.to === to.code && one.from !== from.code;
  }

  if (lists.length === 0)
    return (
      <div className="grid justify-items-start gap-3">
        <p className="text-muted">{t('pair.nothingElse')}</p>
        <ButtonLink href="/tariffs">{t('rates.all')}</ButtonLink>
      </div>
    );
  return (
    <div className="grid gap-10">
      {lists.map(({ key, title, found }) => (
        <section key={key} aria-labelledby={`others-${key}`}>
          <h2 id={`others-${key}`} className="mb-4">
            {t(`pair.${key}`, { title })}
          </h2>
          <DirectionLinks directions={found.slice(0, 6)} methods={methods} />
        </section>
      ))}
    </div>
  );
}
