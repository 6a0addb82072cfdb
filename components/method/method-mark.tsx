import { Wallet } from 'lucide-react';
import { useLocale } from 'next-intl';
import { classes } from '@/components/ui/classes';
import type { MethodKind } from '@/lib/exchange/catalog-types';
import type { Localized } from '@/lib/exchange/types';
import { type Locale, toLocale } from '@/lib/i18n/locales';

type MethodMarkProps = {
  method: { kind: MethodKind; titles: Localized; symbol: string; logoFileId: string | null };
  size?: 'sm' | 'md' | 'lg';
  className?: string;
};

const sizes = {
  sm: 'size-6 rounded-md text-[0.6875rem]',
  md: 'size-8 rounded-lg text-sm',
  lg: 'size-10 rounded-lg text-base',
};

/**
 * A method's logo, or a sign where it has none: a wallet, the sign of the money for cash, the first letter of anything else. The title
 * always stands beside it, so readers are told nothing here.
 */
export function MethodMark({ method, size = 'md', className }: MethodMarkProps) {
  const locale = toLocale(useLocale());
  const look = classes('shrink-0 select-none', sizes[size], className);
  if (method.logoFileId)
    return (
      // biome-ignore lint/performance/noImgElement: logos are re-encoded to their size when they are stored
      <img
        src={`/api/logos/${method.logoFileId}`}
        alt=""
        loading="lazy"
        className={classes(look, 'object-contain')}
      />
    );
  return (
    <span
      aria-hidden="true"
      className={classes(
        look,
        'inline-grid place-items-center font-semibold',
        method.kind === 'crypto' || method.kind === 'wallet'
          ? 'bg-accent-soft text-accent-soft-foreground'
          : 'bg-default text-default-foreground',
      )}
    >
      {method.kind === 'wallet' ? <Wallet className="size-[60%]" /> : monogram(method, locale)}
    </span>
  );
}

function monogram({ kind, symbol, titles }: MethodMarkProps['method'], locale: Locale): string {
  // Signs of coins are missing in many fonts; those of money are not.
  const sign = kind === 'cash' && symbol ? symbol : titles[locale];
  return [...sign][0]?.toUpperCase() ?? '';
}
