import { formVersion } from '@/lib/catalog/form-version';

/** The columns of `wallet_assets` by the field that sets them. */
export const walletAssetColumns = {
  enabled: 'enabled',
  topUpDay: 'top_up_day_units',
  spendDay: 'spend_day_units',
  transferDay: 'transfer_day_units',
  withdrawDay: 'withdraw_day_units',
  transferMin: 'transfer_min_units',
  transferMax: 'transfer_max_units',
  topUpApproval: 'top_up_approval_units',
  writeOffApproval: 'write_off_approval_units',
  cashierFeePercent: 'cashier_fee_bps',
  cashierFee: 'cashier_fee_units',
  cashierMin: 'cashier_min_units',
  cashierMax: 'cashier_max_units',
} as const;

/** What the form of an asset was filled from. `row`: as the table has it. */
export function walletAssetVersion(row: Record<string, unknown>): string {
  return formVersion(Object.fromEntries(Object.values(walletAssetColumns).map((name) => [name, row[name]])));
}
