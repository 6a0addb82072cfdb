import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { refuseStale } from '@/lib/catalog/form-version';
import { amountOrZeroField, checkField, optionalAmountField, percentField } from '@/lib/catalog/input-fields';
import { requireOrder } from '@/lib/catalog/limits';
import { now } from '@/lib/clock';
import { inTransaction, query, type Row, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { type AccountRef, createAccounts, houseAccount } from '@/lib/ledger/accounts';
import { parseInput } from '@/lib/parse-input';
import { walletMethodTitles } from '@/lib/wallet/save-wallet-settings';
import { walletAssetColumns, walletAssetVersion } from '@/lib/wallet/wallet-asset-columns';
import { walletSettings } from '@/lib/wallet/wallet-settings';

const assetInput = (scale: number) => {
  const optional = optionalAmountField(scale);
  return z.object({
    enabled: checkField,
    topUpDay: optional,
    spendDay: optional,
    transferDay: optional,
    withdrawDay: optional,
    transferMin: optional,
    transferMax: optional,
    topUpApproval: optional,
    writeOffApproval: optional,
    cashierFeePercent: percentField(),
    cashierFee: amountOrZeroField(scale),
    cashierMin: optional,
    cashierMax: optional,
  });
};

/**
 * Opens an asset for wallets, changes what may move of it, or closes it. The first time it makes the payment method
 * that stands for the wallet in directions (`WALLETRUB`), which is never deleted: closing keeps balances and history.
 * Amounts come as decimals of the asset; nothing means any. A form that was opened before somebody else's
 * change is refused (`form_stale`). Admins only. Throws `code_taken` where another method has the code already.
 */
export async function saveWalletAsset({
  actor,
  assetCode,
  input,
}: {
  actor: Actor;
  assetCode: string;
  input: Record<string, unknown>;
}): Promise<void> {
  requireRole(actor, 'admin');
  const [asset] = await query<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [assetCode]);
  if (!asset) fail('invalid_input', { fields: { assetCode: { key: 'choice' } } });
  const read = parseInput(assetInput(asset.scale), input);
  requireOrder(read, [
    ['transferMin', 'transferMax'],
    ['cashierMin', 'cashierMax'],
    ['transferMax', 'transferDay'],
    ['cashierMax', 'topUpDay'],
  ]);
  if (read.cashierMin !== null && read.cashierMin <= read.cashierFee && read.cashierFee > 0n)
    fail('invalid_input', { fields: { cashierMin: { key: 'aboveFee' } } });
  await createAccounts({ query }, houseAccounts(assetCode));
  await inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM assets WHERE code = $1 FOR UPDATE', [assetCode]);
    const before = await tx.maybeOne('SELECT * FROM wallet_assets WHERE asset_code = $1', [assetCode]);
    if (before) refuseStale(input.version, walletAssetVersion(before));
    const methodId = before ? String(before.method_id) : await makeMethod(tx, assetCode);
    const after = await write(tx, assetCode, methodId, read);
    // A closed asset is no side of an exchange; opened again it is one, as its directions say.
    if (before?.enabled !== after.enabled) {
      await tx.query('UPDATE payment_methods SET enabled = $2, updated_at = $3 WHERE id = $1', [
        methodId,
        after.enabled,
        now(),
      ]);
    }
    const action = before ? 'wallet.asset' : 'wallet.asset_open';
    await audit(tx, { actor, action, subject: assetCode, before, after });
  });
}

function write(
  tx: Tx,
  assetCode: string,
  methodId: string,
  read: z.output<ReturnType<typeof assetInput>>,
): Promise<Row> {
  const fields = Object.keys(walletAssetColumns) as (keyof typeof walletAssetColumns)[];
  const names = fields.map((field) => walletAssetColumns[field]);
  const places = names.map((_, index) => `$${index + 4}`);
  return tx.one(
    `INSERT INTO wallet_assets (asset_code, method_id, updated_at, ${names.join(', ')})
     VALUES ($1, $2, $3, ${places.join(', ')})
     ON CONFLICT (asset_code) DO UPDATE
       SET updated_at = excluded.updated_at, ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
     RETURNING *`,
    [assetCode, methodId, now(), ...fields.map((field) => read[field])],
  );
}

async function makeMethod(tx: Tx, assetCode: string): Promise<string> {
  const code = `WALLET${assetCode}`;
  const taken = await tx.maybeOne('SELECT 1 FROM payment_methods WHERE code = $1', [code]);
  if (taken) fail('code_taken', { params: { code } });
  const { titles } = await walletSettings(tx);
  const { id } = await tx.one<{ id: string }>(
    `INSERT INTO payment_methods (id, code, kind, asset_code, titles, default_type, uses, created_at, updated_at)
     VALUES ($1, $2, 'wallet', $3, $4::jsonb, 'automatic', '{exchange}', $5, $5) RETURNING id`,
    [newId('mth'), code, assetCode, JSON.stringify(walletMethodTitles(titles, assetCode)), now()],
  );
  return id;
}

/** What every top-up, exchange and write-off of the asset posts to. Made before the first of them, or these would wait for each other. */
function houseAccounts(asset: string): AccountRef[] {
  const kinds = [
    'liquidity',
    'obligations',
    'income_fee',
    'income_spread',
    'written_off',
    'drawer_difference',
  ] as const;
  const takings = ['cash', 'card', 'transfer', 'other'].map(
    (owner): AccountRef => ({ kind: 'takings', owner, asset }),
  );
  return [...kinds.map((kind) => houseAccount(kind, asset)), ...takings];
}
