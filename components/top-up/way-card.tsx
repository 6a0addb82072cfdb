'use client';

import { Store } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { MethodMark } from '@/components/method/method-mark';
import { Amount } from '@/components/ui/amount';
import { toLocale } from '@/lib/i18n/locales';
import type { TopUpWayView } from '@/lib/wallet/top-up/top-up-page';
import { feeWords, short } from './fee-words';
import { wayOutcome } from './way-outcome';

type WayCardProps = {
  way: TopUpWayView;
  asset: string;
  scale: number;
  typed: string;
  /** Chosen until the customer chooses. */
  first: boolean;
  onChoose: () => void;
};

/** The value of a way's radio button. */
export const wayValue = ({ way, methodCode }: TopUpWayView) => `${way}:${methodCode ?? ''}`;

/** One way of topping up, with everything that it costs and takes, and what reaches the wallet of the typed amount. */
export function WayCard({ way, asset, scale, typed, first, onChoose }: WayCardProps) {
  const t = useTranslations('topup');
  const locale = toLocale(useLocale());
  const title = way.titles?.[locale] ?? t('ways.cashier');
  return (
    <label
      data-way={way.way}
      className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-2.5 rounded-xl border border-border bg-surface p-3.5 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent sm:p-4"
    >
      <input
        type="radio"
        name="choice"
        value={wayValue(way)}
        defaultChecked={first}
        onChange={onChoose}
        className="choice mt-2"
      />
      <span className="flex min-w-0 items-center gap-3">
        {way.titles ? (
          <MethodMark method={{ ...way, titles: way.titles }} />
        ) : (
          <span className="grid size-8 shrink-0 place-items-center rounded-lg bg-default text-default-foreground">
            <Store aria-hidden="true" className="size-4.5" />
          </span>
        )}
        <span className="grid min-w-0 gap-0.5">
          <span className="font-medium [overflow-wrap:anywhere]">{title}</span>
          <span className="text-sm text-muted">{kindOfWay(t, way, locale)}</span>
        </span>
      </span>
      <span className="col-span-2 grid gap-x-6 gap-y-1 text-sm sm:col-span-1 sm:col-start-2 sm:grid-cols-2">
        <Fact name={t('fee')}>{feeWords(way, asset, locale) ?? t('noFee')}</Fact>
        <Fact name={t('limits')}>{limitWords(t, way, asset, locale)}</Fact>
        <Fact name={t('usualLabel')} wide>
          {t(`usual.${way.way === 'system' && way.kind === 'crypto' ? 'crypto' : way.way}`)}
        </Fact>
        <Outcome way={way} asset={asset} scale={scale} typed={typed} />
      </span>
    </label>
  );
}

function Fact({ name, wide, children }: { name: string; wide?: boolean; children: React.ReactNode }) {
  return (
    <span className={wide ? 'sm:col-span-2' : undefined}>
      <span className="text-muted">{name}: </span>
      {children}
    </span>
  );
}

function Outcome({ way, asset, scale, typed }: Pick<WayCardProps, 'way' | 'asset' | 'scale' | 'typed'>) {
  const t = useTranslations('topup');
  const outcome = wayOutcome(typed, scale, way);
  if (outcome === null) return null;
  if ('wrong' in outcome)
    return <span className="font-medium text-warning sm:col-span-2">{t(outcome.wrong)}</span>;
  return (
    <span className="sm:col-span-2">
      <span className="text-muted">{t('youGet')}: </span>
      <Amount value={outcome.credited} code={asset} className="text-base font-semibold" />
    </span>
  );
}

type Words = ReturnType<typeof useTranslations<'topup'>>;

function kindOfWay(t: Words, { way, system }: TopUpWayView, locale: 'en' | 'ru'): string {
  return way === 'system' ? t('ways.systemOf', { system: system?.[locale] ?? '' }) : t(`ways.${way}Of`);
}

function limitWords(t: Words, { min, max }: TopUpWayView, asset: string, locale: 'en' | 'ru'): string {
  const least = min === null ? null : short(min, locale);
  const most = max === null ? null : short(max, locale);
  if (least && most) return t('limit.fromTo', { min: least, max: most, asset });
  if (least) return t('limit.from', { min: least, asset });
  return most ? t('limit.to', { max: most, asset }) : t('limit.any');
}
