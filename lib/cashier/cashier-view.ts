import type { Actor } from '@/lib/auth/actor';
import { type CashierActor, requireCashier } from '@/lib/cashier/cashier-actor';
import { officeDayOf } from '@/lib/cashier/office-day';
import { movedSince, type TillAsset, tillAssets } from '@/lib/cashier/till-asset';
import type { CashierView, TillAssetView } from '@/lib/cashier/till-types';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { formatUnits, formatUnitsShort } from '@/lib/money';
import { officeSettings } from '@/lib/settings';
import { walletSettings } from '@/lib/wallet/wallet-settings';

/** Who stands at the till and what he may, for its pages. Throws `not_signed_in`, `cashier_off`. */
export async function cashierView(actor: Actor): Promise<CashierView> {
  const cashier = await requireCashier(actor);
  const [settings, { timeZone }, assets] = await Promise.all([
    walletSettings(),
    officeSettings(),
    tillAssets({ query }, [...cashier.limits.keys()]),
  ]);
  const { from } = officeDayOf(now(), timeZone);
  return {
    userId: cashier.userId,
    name: cashier.actor.name || cashier.actor.email,
    mayWriteOff: cashier.mayWriteOff,
    senior: cashier.senior,
    hasDrawer: cashier.hasDrawer,
    assets: await Promise.all(assets.map((rules) => assetView(cashier, rules, from))),
    shiftId: cashier.shiftId,
    pictureRequired: settings.receiptPictureRequired,
    ownReversalMinutes: settings.ownReversalMinutes,
  };
}

async function assetView(cashier: CashierActor, rules: TillAsset, from: Date): Promise<TillAssetView> {
  const { asset, scale } = rules;
  const limits = cashier.limits.get(asset);
  const text = (units: bigint | null | undefined) => (units == null ? null : formatUnits(units, scale));
  const used = await movedSince({ query }, { cashierId: cashier.userId, asset, from });
  return {
    asset,
    scale,
    titles: rules.titles,
    operationLimit: text(limits?.operationUnits),
    dayLimit: text(limits?.dayUnits),
    dayUsed: formatUnits(used, scale),
    topUpThreshold: text(rules.topUpApprovalUnits),
    writeOffThreshold: text(rules.writeOffApprovalUnits),
    least: text(rules.cashierMinUnits),
    most: text(rules.cashierMaxUnits),
    feePercent: formatUnitsShort(BigInt(rules.cashierFeeBps), 2),
    feeFixed: formatUnits(rules.cashierFeeUnits, scale),
    open: rules.open,
  };
}
