import { type Actor, requireUser } from '@/lib/auth/actor';
import { savedRequisites } from '@/lib/auth/saved-requisites';
import type { MethodKind } from '@/lib/exchange/catalog-types';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import type { RequisiteField } from '@/lib/requisites/field';
import { requireWalletUse } from '@/lib/wallet/require-wallet';
import { walletBalances } from '@/lib/wallet/wallet-queries';
import { mostWithdrawable } from '@/lib/wallet/withdrawal/withdraw-fee';
import { type WithdrawalMethod, withdrawalMethods } from '@/lib/wallet/withdrawal/withdrawal-method';

/** One asset of the wallet with the ways to withdraw it. Amounts are plain decimals. */
export type WithdrawalAsset = {
  asset: string;
  scale: number;
  available: string;
  held: string;
  ways: WithdrawalWay[];
};

export type WithdrawalWay = {
  code: string;
  titles: Localized;
  kind: MethodKind;
  symbol: string;
  logoFileId: string | null;
  byHand: boolean;
  feeBps: number;
  /** The fixed part; null: none. */
  fee: string | null;
  min: string | null;
  /** The method's bound; null: none. */
  max: string | null;
  /** What the office can pay at the moment. */
  reserve: string;
  /** The most that this wallet could withdraw by it now: what is available, less the fee, within all bounds. */
  most: string;
  fields: RequisiteField[];
  saved: { id: string; label: string; values: Record<string, string> }[];
};

/**
 * What the signed-in customer may withdraw and how: every asset that he has money of or that some method pays out, in
 * the wallet's order. Throws `not_signed_in`, `wallet_off`, `wallet_use_off`.
 */
export async function withdrawalAssets(actor: Actor): Promise<WithdrawalAsset[]> {
  const { userId } = requireUser(actor);
  await requireWalletUse('withdrawals');
  const [balances, methods, saved] = await Promise.all([
    walletBalances(userId),
    withdrawalMethods(),
    savedRequisites({ actor }),
  ]);
  const wayOf = (method: WithdrawalMethod, availableUnits: bigint): WithdrawalWay => {
    const { scale, fee, minUnits, maxUnits, reserveUnits } = method;
    const told = (units: bigint) => formatUnits(units, scale);
    const bounds = [mostWithdrawable(availableUnits, fee), reserveUnits, maxUnits ?? reserveUnits];
    return {
      code: method.code,
      titles: method.titles,
      kind: method.kind,
      symbol: method.symbol,
      logoFileId: method.logoFileId,
      byHand: method.problem === null,
      feeBps: fee.bps,
      fee: fee.units > 0n ? told(fee.units) : null,
      min: minUnits === null ? null : told(minUnits),
      max: maxUnits === null ? null : told(maxUnits),
      reserve: told(reserveUnits > 0n ? reserveUnits : 0n),
      most: told(least(bounds)),
      fields: method.fields,
      saved: saved
        .filter(({ methodCode }) => methodCode === method.code)
        .map(({ id, label, values }) => ({ id, label, values })),
    };
  };
  return balances.map(({ asset, scale, availableUnits, heldUnits }) => ({
    asset,
    scale,
    available: formatUnits(availableUnits, scale),
    held: formatUnits(heldUnits, scale),
    ways: methods.filter((method) => method.asset === asset).map((method) => wayOf(method, availableUnits)),
  }));
}

function least(units: bigint[]): bigint {
  const [first = 0n, ...more] = units;
  let low = first;
  for (const next of more) if (next < low) low = next;
  return low > 0n ? low : 0n;
}
