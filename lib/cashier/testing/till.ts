import { randomUUID } from 'node:crypto';
import type { Role, UserActor } from '@/lib/auth/actor';
import { openShift } from '@/lib/cashier/open-shift';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';
import { newId } from '@/lib/ids';
import { walletAccount } from '@/lib/ledger/accounts';
import { balanceOf } from '@/lib/ledger/queries';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import type { WalletSettings } from '@/lib/wallet/wallet-settings';

/** Wallets on, in roubles and dollars, without any limit. */
export async function openWallets(settings: Partial<WalletSettings> = {}): Promise<void> {
  await query(
    `INSERT INTO assets (code, kind, scale, titles, created_at)
     VALUES ('RUB', 'fiat', 2, '{"en":"Rouble","ru":"Рубль"}', $1), ('USD', 'fiat', 2, '{"en":"Dollar","ru":"Доллар"}', $1)
     ON CONFLICT DO NOTHING`,
    [now()],
  );
  for (const asset of ['RUB', 'USD'])
    await query(
      `INSERT INTO wallet_assets (asset_code, method_id, updated_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [asset, newId('mth'), now()],
    );
  await setWallets({ on: true, ...settings });
}

/** Replaces the settings of wallets. */
export async function setWallets(settings: Partial<WalletSettings>): Promise<void> {
  await query(
    `INSERT INTO settings (key, value, updated_at) VALUES ('wallet', $1, $2)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ on: true, ...settings }), now()],
  );
}

/** Changes columns of an asset's rules. */
export async function setAsset(asset: string, columns: Record<string, unknown>): Promise<void> {
  for (const [column, value] of Object.entries(columns))
    await query(`UPDATE wallet_assets SET ${column} = $2 WHERE asset_code = $1`, [asset, value]);
}

type Given = {
  mayWriteOff?: boolean;
  senior?: boolean;
  hasDrawer?: boolean;
  assets?: string[];
  operationUnits?: bigint;
  dayUnits?: bigint;
  role?: Role;
};

/** A cashier of roubles who may everything, without a drawer unless told. */
export async function makeCashier(given: Given = {}): Promise<UserActor> {
  const { mayWriteOff = true, senior = false, hasDrawer = false, assets = ['RUB'], role = 'cashier' } = given;
  const actor = await registered(staff(role));
  await query(
    `INSERT INTO cashiers (user_id, may_write_off, senior, has_drawer, created_at, created_by, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'test', $5)`,
    [actor.userId, mayWriteOff, senior, hasDrawer, now()],
  );
  for (const asset of assets)
    await query(
      'INSERT INTO cashier_limits (user_id, asset_code, operation_units, day_units) VALUES ($1, $2, $3, $4)',
      [actor.userId, asset, given.operationUnits ?? null, given.dayUnits ?? null],
    );
  return actor;
}

/** As an admin does from another page: the cashier's own stays open. */
export async function suspend(userId: string): Promise<void> {
  await query('UPDATE cashiers SET suspended_at = $2 WHERE user_id = $1', [userId, now()]);
}

export type Customer = { actor: UserActor; userId: string; number: string };

/** A customer with a wallet, with so much in it that another cashier brought. */
export async function makeCustomer(amount?: string, asset = 'RUB'): Promise<Customer> {
  const actor = await registered(staff('customer'));
  const customer = { actor, userId: actor.userId, number: await walletNumberOf(actor.userId) };
  if (amount !== undefined) {
    const cashier = await makeCashier({ assets: [asset] });
    await topUpByCashier({
      actor: cashier,
      input: topUpForm(customer, { amount, asset, moneyKind: 'other' }),
    });
  }
  return customer;
}

/** What a cashier would type; another receipt each time. */
export function topUpForm(customer: { number: string }, more: Record<string, string> = {}) {
  return {
    number: customer.number,
    asset: 'RUB',
    amount: '1500.50',
    moneyKind: 'cash',
    receiptNumber: newId('rec').slice(4),
    comment: '',
    idempotencyKey: randomUUID(),
    ...more,
  };
}

export function writeOffForm(customer: { number: string }, more: Record<string, string> = {}) {
  return {
    number: customer.number,
    asset: 'RUB',
    amount: '100',
    reason: 'mistake',
    comment: 'credited twice',
    idempotencyKey: randomUUID(),
    ...more,
  };
}

/** Opens a shift with what was counted in roubles. */
export async function startShift(actor: UserActor, counted = '0', note = ''): Promise<string> {
  const input = { 'counted.RUB': counted, note, idempotencyKey: randomUUID() };
  return (await openShift({ actor, input })).shiftId;
}

/** What a wallet holds and what of it is on hold, in units. */
export async function inWallet(userId: string, asset = 'RUB'): Promise<{ units: bigint; held: bigint }> {
  const { balanceUnits, heldUnits } = await balanceOf(walletAccount(userId, asset));
  return { units: -balanceUnits, held: heldUnits };
}

/** What a drawer holds by the ledger, in units. */
export async function inDrawer(cashierId: string, asset = 'RUB'): Promise<bigint> {
  return (await balanceOf({ kind: 'drawer', owner: cashierId, asset })).balanceUnits;
}

/** What was refused to that person: what he tried and the code, newest last. */
export async function refusalsOf(userId: string): Promise<[string, string][]> {
  const rows = await query<{ what: string; code: string }>(
    `SELECT after->>'what' AS what, after->>'code' AS code FROM audit_records
     WHERE action = 'till.refused' AND subject = $1 ORDER BY at, id`,
    [userId],
  );
  return rows.map(({ what, code }) => [what, code]);
}
