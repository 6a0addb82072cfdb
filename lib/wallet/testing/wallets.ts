import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';
import { newId } from '@/lib/ids';
import { type AccountRef, houseAccount, walletAccount } from '@/lib/ledger/accounts';
import { balanceOf } from '@/lib/ledger/queries';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { postWallet } from '@/lib/wallet/post-wallet';
import type { WalletRecordDetails, WalletRecordKind } from '@/lib/wallet/wallet-record';

/** Decimals of the assets that wallets of tests hold. */
export const testAssets = { RUB: 2, USDT: 6 } as const;

export type TestAsset = keyof typeof testAssets;

/** Wallets are on, for everything, and hold the test assets. `settings` replaces what it names. */
export async function switchWallets(settings: object = {}): Promise<void> {
  await query(
    `INSERT INTO settings (key, value, updated_at, updated_by) VALUES ('wallet', $1, $2, 'test')
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ on: true, ...settings }), now()],
  );
  for (const [asset, scale] of Object.entries(testAssets)) {
    await query(
      `INSERT INTO assets (code, kind, scale, titles, created_at) VALUES ($1, 'fiat', $2, '{}', $3)
       ON CONFLICT DO NOTHING`,
      [asset, scale, now()],
    );
    await query(
      `INSERT INTO payment_methods (id, code, kind, asset_code, titles, created_at, updated_at)
       VALUES ($1, $2, 'wallet', $3, '{"en":"Wallet","ru":"Кошелек"}', $4, $4) ON CONFLICT DO NOTHING`,
      [`mth_wallet_${asset}`, `WALLET${asset}`, asset, now()],
    );
    await query(
      `INSERT INTO wallet_assets (asset_code, method_id, updated_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [asset, `mth_wallet_${asset}`, now()],
    );
  }
}

type Limit = 'top_up_day' | 'spend_day' | 'transfer_day' | 'withdraw_day' | 'transfer_min' | 'transfer_max';

/** Sets one limit of an asset, or takes it away. */
export async function limitWallets(asset: TestAsset, limit: Limit, units: bigint | null): Promise<void> {
  await query(`UPDATE wallet_assets SET ${limit}_units = $2 WHERE asset_code = $1`, [asset, units]);
}

/** A customer with a wallet, and so much in it. */
export async function makeHolder(funds: Partial<Record<TestAsset, bigint>> = {}, name?: string) {
  const actor = await registered(staff('customer', name));
  const number = await walletNumberOf(actor.userId);
  for (const [asset, units] of Object.entries(funds)) {
    if (units > 0n) await moveWallet(actor.userId, asset, units);
  }
  return { actor, userId: actor.userId, number };
}

export type TestHolder = { actor: UserActor; userId: string; number: string };

type Move = {
  kind?: WalletRecordKind;
  details?: WalletRecordDetails;
  subject?: string;
  against?: AccountRef;
};

/** Puts so much into a wallet, or takes it out (below zero), against the office's own. */
export async function moveWallet(userId: string, asset: string, units: bigint, move: Move = {}) {
  const { kind = units > 0n ? 'top_up' : 'write_off', details } = move;
  const against = move.against ?? houseAccount('written_off', asset);
  const subject = move.subject ?? newId('tlo');
  return inTransaction((tx) =>
    postWallet(
      tx,
      {
        key: newId('trf'),
        kind,
        subject,
        actor: 'test',
        postings: [
          { account: walletAccount(userId, asset), amountUnits: -units },
          { account: against, amountUnits: units },
        ],
      },
      () => ({ kind, details }),
    ),
  );
}

/** What is in a wallet, and what of it is held. */
export async function inWallet(userId: string, asset: string): Promise<{ units: bigint; held: bigint }> {
  const { balanceUnits, heldUnits } = await balanceOf(walletAccount(userId, asset));
  return { units: -balanceUnits, held: heldUnits };
}

/** Codes of how many runs ended how: `ok`, or the code of the refusal. */
export async function outcomesOf(runs: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(runs)) {
    const outcome = result.status === 'fulfilled' ? 'ok' : String(result.reason.code ?? result.reason);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
