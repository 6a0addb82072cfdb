import { useLocale } from 'next-intl';
import { formatAmount } from '@/lib/format-amount';
import { toLocale } from '@/lib/i18n/locales';

type AmountProps = {
  /** Plain decimal, as `formatUnits` writes it: "1500.50". */
  value: string;
  /** The asset's code, smaller beside the figure. */
  code?: string;
  /** `lg` and `xl` on pages that are about this amount. */
  size?: 'inherit' | 'lg' | 'xl';
  exact?: boolean;
  signed?: boolean;
  className?: string;
};

const sizes = {
  inherit: '',
  lg: 'text-2xl font-semibold tracking-tight',
  xl: 'text-4xl font-semibold tracking-tight',
};

/** An amount in the reader's form; what is copied is figure, space and code. */
export function Amount({ value, code, size = 'inherit', exact, signed, className }: AmountProps) {
  const locale = toLocale(useLocale());
  return (
    <span className={`numeric whitespace-nowrap ${sizes[size]} ${className ?? ''}`}>
      {formatAmount(value, locale, { exact, signed })}
      {code && <span className="text-[0.78em] font-medium tracking-normal text-muted">{` ${code}`}</span>}
    </span>
  );
}
