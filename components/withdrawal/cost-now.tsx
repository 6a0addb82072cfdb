'use client';

import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list';
import { formatUnits, parseAmount } from '@/lib/money';
import { withdrawFeeUnits } from '@/lib/wallet/withdrawal/withdraw-fee';

export type Costs = {
  asset: string;
  scale: number;
  feeBps: number;
  /** The fixed part, a plain decimal; null: none. */
  fee: string | null;
  available: string;
};

/** What the amount being typed costs and what leaves the wallet for it. The server counts again. */
export function CostNow({ costs, amount }: { costs: Costs; amount: string }) {
  const t = useTranslations('withdrawal.form');
  const { asset, scale, feeBps } = costs;
  const units = unitsOf(amount, scale);
  const fixed = unitsOf(costs.fee ?? '0', scale) ?? 0n;
  const fee = units === null ? null : withdrawFeeUnits(units, { bps: feeBps, units: fixed });
  const total = units === null || fee === null ? null : units + fee;
  const tooMuch = total !== null && total > (unitsOf(costs.available, scale) ?? 0n);
  const told = (value: bigint | null) =>
    value === null ? (
      <span className="text-muted">–</span>
    ) : (
      <Amount value={formatUnits(value, scale)} code={asset} />
    );
  return (
    <div className="grid gap-2">
      <DescriptionList>
        <DescriptionItem term={t('receive')}>
          <span className="text-base font-semibold">{told(units)}</span>
        </DescriptionItem>
        <DescriptionItem term={t('fee')}>{told(fee)}</DescriptionItem>
        <DescriptionItem term={t('total')}>{told(total)}</DescriptionItem>
      </DescriptionList>
      <p role="status" className="text-sm text-danger empty:hidden">
        {tooMuch && t('tooMuch')}
      </p>
    </div>
  );
}

/** Units of what is typed; null while it is no amount above zero. */
function unitsOf(text: string, scale: number): bigint | null {
  const parsed = parseAmount(text, scale);
  return parsed.ok && (parsed.units > 0n || text === '0') ? parsed.units : null;
}
