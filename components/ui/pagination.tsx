import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from './button';

type PaginationProps = {
  /** Address of the page before, if there is one. */
  previousHref?: string;
  nextHref?: string;
};

/** Steps through a list that is read by keys: there are no page numbers, because counting them would cost. */
export function Pagination({ previousHref, nextHref }: PaginationProps) {
  const t = useTranslations('common.pagination');
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label={t('label')} className="flex items-center justify-between gap-2 py-3">
      {previousHref ? (
        <ButtonLink href={previousHref} size="sm" rel="prev">
          <ChevronLeft aria-hidden="true" />
          {t('previous')}
        </ButtonLink>
      ) : (
        <span />
      )}
      {nextHref && (
        <ButtonLink href={nextHref} size="sm" rel="next">
          {t('next')}
          <ChevronRight aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}
