import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { MethodMark } from '@/components/method/method-mark';
import { Amount } from '@/components/ui/amount';
import { toLocale } from '@/lib/i18n/locales';
import type { WithdrawalAsset, WithdrawalWay } from '@/lib/wallet/withdrawal/withdrawal-ways';
import { useFeeWords } from './fee-words';

/** Which money: each asset of the wallet with what of it can be spent. */
export function AssetChoice({ assets, chosen }: { assets: WithdrawalAsset[]; chosen: string | undefined }) {
  const t = useTranslations('withdrawal.form');
  return (
    <nav aria-label={t('asset')} className="flex flex-wrap gap-2">
      {assets.map(({ asset, available }) => (
        <Link
          key={asset}
          href={`/cabinet/wallet/withdraw?asset=${asset}`}
          scroll={false}
          aria-current={asset === chosen ? 'true' : undefined}
          className={`${tile} grid min-w-32 gap-0.5 px-3.5 py-2`}
        >
          <span className="text-xs text-muted">{t('available')}</span>
          <Amount value={available} code={asset} className="font-semibold" />
        </Link>
      ))}
    </nav>
  );
}

type WayChoiceProps = { asset: string; ways: WithdrawalWay[]; chosen: string | undefined };

/** Which way: each with what it costs and who sends the money. */
export function WayChoice({ asset, ways, chosen }: WayChoiceProps) {
  const t = useTranslations('withdrawal.form');
  const locale = toLocale(useLocale());
  const feeWords = useFeeWords();
  return (
    <nav aria-label={t('way')} className="grid gap-2 sm:grid-cols-2">
      {ways.map((way) => (
        <Link
          key={way.code}
          href={`/cabinet/wallet/withdraw?asset=${asset}&method=${way.code}`}
          scroll={false}
          aria-current={way.code === chosen ? 'true' : undefined}
          className={`${tile} flex items-center gap-3 px-3.5 py-2.5`}
        >
          <MethodMark method={way} />
          <span className="grid min-w-0 gap-0.5">
            <span className="font-medium">{way.titles[locale]}</span>
            <span className="text-sm text-muted">
              {feeWords(way, asset)} · {t(way.byHand ? 'byHand' : 'bySystem')}
            </span>
          </span>
        </Link>
      ))}
    </nav>
  );
}

const tile =
  'rounded-lg border border-border bg-surface hover:border-accent aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft';
