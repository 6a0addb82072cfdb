import { randomInt } from 'node:crypto';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import type { ExchangeType } from '@/lib/exchange/types';
import { newId } from '@/lib/ids';
import { saveWalletAsset } from '@/lib/wallet/save-wallet-asset';
import { saveWalletSettings } from '@/lib/wallet/save-wallet-settings';
import { moveWallet } from '@/lib/wallet/testing/wallets';
import { walletBalances } from '@/lib/wallet/wallet-queries';
import { walletSettings } from '@/lib/wallet/wallet-settings';

const admin: UserActor = {
  kind: 'user',
  userId: 'usr_e2e0000000000000',
  sessionId: 'e2e',
  email: 'admin@kantor.test',
  name: 'Story',
  roles: ['admin'],
  locale: 'en',
  ip: '192.0.2.3',
};

/** Wallets are on and hold those assets, whatever the demo has. */
export async function openWallets(...assets: string[]): Promise<void> {
  if (!(await walletSettings()).on) {
    const uses = ['exchange', 'products', 'invoices', 'transfers', 'withdrawals'];
    const input = { on: 'on', titleEn: 'Wallet', titleRu: 'Кошелек', uses };
    await saveWalletSettings({
      actor: admin,
      input: { ...input, ownReversalMinutes: '10', maxOpenRequests: '3' },
    });
  }
  for (const asset of assets) {
    const [open] = await query('SELECT 1 FROM wallet_assets WHERE asset_code = $1 AND enabled', [asset]);
    if (!open) await saveWalletAsset({ actor: admin, assetCode: asset, input: { enabled: 'on' } });
  }
}

/** A direction between two methods, if there is none yet. */
export async function openDirection(from: string, to: string, type: ExchangeType): Promise<void> {
  await query(
    `INSERT INTO directions (id, from_method_id, to_method_id, rate_kind, spread_bps, type, created_at, updated_at)
     SELECT $1, f.id, t.id, 'market', 100, $4::"ExchangeType", $5, $5
     FROM payment_methods f, payment_methods t WHERE f.code = $2 AND t.code = $3 ON CONFLICT DO NOTHING`,
    [newId('dir'), from, to, type, now()],
  );
}

/** Puts so many units into a person's wallet, as a correction of the office would. */
export async function fill(userId: string, asset: string, units: bigint): Promise<void> {
  await moveWallet(userId, asset, units, { subject: newId('tlo') });
}

/** What a person can spend, in units. */
export async function inWallet(userId: string, asset: string): Promise<bigint> {
  return (await walletBalances(userId)).find((balance) => balance.asset === asset)?.availableUnits ?? 0n;
}

type Wish = { from: string; to: string; give: string };

/** Freezes an amount and tells where the order form of it is, without the language. */
export async function walletQuotePath({ from, to, give }: Wish): Promise<{ quoteId: string; path: string }> {
  const { id } = await createQuote({ from, to, side: 'give', amount: give });
  return { quoteId: id, path: `/exchange/${from}-${to}/order?quote=${id}` };
}

/** A person's order from the wallet that waits to be paid. */
export async function unpaidFromWallet(
  person: { userId: string; email: string },
  wish: Wish,
): Promise<string> {
  const { quoteId } = await walletQuotePath(wish);
  const { orderId, secret } = await createOrder({
    quoteId,
    idempotencyKey: `form:${quoteId}`,
    email: person.email,
    locale: 'en',
    actor: {
      ...admin,
      ...person,
      roles: ['customer'],
      ip: `198.51.${randomInt(1, 255)}.${randomInt(1, 255)}`,
    },
  });
  return `/orders/${orderId}/${secret}`;
}
