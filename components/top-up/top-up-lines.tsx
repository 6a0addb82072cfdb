import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { Amount } from '@/components/ui/amount';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import type { TopUpLine } from '@/lib/wallet/top-up/top-up-page';
import { TopUpBadge } from './top-up-badge';

/** Top-ups of the customer, a line each, with the way to their pages. */
export function TopUpLines({ lines }: { lines: TopUpLine[] }) {
  const t = useTranslations('topup');
  const locale = toLocale(useLocale());
  return (
    <ul className="grid divide-y divide-border">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          <span className="grid min-w-0 gap-0.5">
            <Link href={`/cabinet/top-up/${line.id}`} className="link">
              {t('number', { number: line.number })}
            </Link>
            <span className="text-sm text-muted [overflow-wrap:anywhere]">
              {line.methodTitles?.[locale] ?? t('ways.cashier')} · <Time value={new Date(line.createdAt)} />
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-3">
            <Amount value={line.amount} code={line.asset} className="font-medium" />
            <TopUpBadge way={line.way} status={line.status} />
          </span>
        </li>
      ))}
    </ul>
  );
}
