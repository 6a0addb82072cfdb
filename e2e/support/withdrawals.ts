import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { adjustReserve } from '@/lib/ledger/adjust-reserve';
import { secretPlace } from '@/lib/payments/connection';
import { seal } from '@/lib/payments/vault';
import { operator } from './orders';

export type WithdrawalMethod = { id: string; code: string; title: string };

const texts = (text: string) => ({ en: text, ru: text });

/**
 * A method of its own in roubles that wallets are paid out by at 1 % and 5 roubles, from 100 roubles: by a shop of the
 * simulator, or by hand. Close it again with `closeWithdrawalMethod`: every customer sees it.
 */
export async function openWithdrawalMethod(by: 'simulator' | 'hand'): Promise<WithdrawalMethod> {
  const mark = randomInt(36 ** 4, 36 ** 5)
    .toString(36)
    .toUpperCase();
  const method = { id: newId('mth'), code: `W${mark}RUB`, title: `Payout ${mark}` };
  const field = {
    key: 'account',
    side: 'get',
    validator: 'email',
    params: {},
    titles: texts('Your account'),
    hints: texts(''),
    required: true,
  };
  await query(
    `INSERT INTO payment_methods (id, code, kind, asset_code, titles, fields, uses, pay_out_connection_id,
       withdraw_fee_bps, withdraw_fee_units, withdraw_min_units, sort, created_at, updated_at)
     VALUES ($1, $2, 'emoney', 'RUB', $3, $4, '{withdrawal}', $5, 100, 500, 10000, 900, $6, $6)`,
    [
      method.id,
      method.code,
      JSON.stringify(texts(method.title)),
      JSON.stringify([field]),
      by === 'simulator' ? await connect(mark) : null,
      now(),
    ],
  );
  await adjustReserve({
    actor: { ...(await operator()), roles: ['owner'] },
    methodId: method.id,
    amountUnits: 1_000_000n,
    reason: 'story',
    idempotencyKey: newId('trf'),
  });
  return method;
}

export async function closeWithdrawalMethod({ id }: WithdrawalMethod): Promise<void> {
  await query('UPDATE payment_methods SET enabled = false WHERE id = $1', [id]);
}

/** Where a withdrawal by that method is asked for. */
export function withdrawPath({ code }: WithdrawalMethod, locale = 'en'): string {
  return `/${locale}/cabinet/wallet/withdraw?asset=RUB&method=${code}`;
}

/** The form filled in, checked and confirmed; ends on the withdrawal's page. Returns its id. */
export async function withdraw(page: Page, method: WithdrawalMethod, amount: string, account: string) {
  await page.goto(withdrawPath(method));
  await page.getByLabel(/^Your account/).fill(account);
  await page.getByLabel(/^You receive/).fill(amount);
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await page.getByRole('button', { name: /^Withdraw / }).click();
  await page.waitForURL(/\/withdraw\/wdr_/);
  return withdrawalOf(page);
}

export function withdrawalOf(page: Page): string {
  return /wdr_\w{16}/.exec(page.url())?.[0] ?? '';
}

/** The page says so, by itself. */
export async function expectStage(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible({ timeout: 30_000 });
}

/** Codes of the letters about a withdrawal. */
export async function lettersAbout(withdrawalId: string): Promise<string[]> {
  const rows = await query<{ code: string }>(
    `SELECT code FROM letters WHERE dedupe_key LIKE $1 || ':%' ORDER BY created_at, code`,
    [withdrawalId],
  );
  return rows.map(({ code }) => code);
}

async function connect(mark: string): Promise<string> {
  const id = newId('con');
  const sealed = { secret: seal(`secret of ${mark}`, secretPlace(id, 'secret')) };
  await query(
    `INSERT INTO system_connections (id, system_code, label, settings, secrets, created_at, updated_at)
     VALUES ($1, 'simulator', $2, $3, $4, $5, $5)`,
    [id, `Story ${mark}`, JSON.stringify({ shop: mark, feePercent: '0' }), JSON.stringify(sealed), now()],
  );
  return id;
}
