import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { secretPlace } from '@/lib/payments/connection';
import { seal } from '@/lib/payments/vault';

const texts = (text: string) => ({ en: text, ru: text });

/**
 * A method of its own in roubles that is open for top-ups at 1 %, from 100 roubles: by a shop of the simulator, or to
 * the office's own details. Returns its title. Close it again with `closeTopUpMethod`: every customer sees it.
 */
export async function openTopUpMethod(by: 'simulator' | 'direct'): Promise<{ id: string; title: string }> {
  const code = randomInt(36 ** 4, 36 ** 5)
    .toString(36)
    .toUpperCase();
  const id = newId('mth');
  const title = `Purse ${code}`;
  const connectionId = by === 'simulator' ? await connect(code) : null;
  await query(
    `INSERT INTO payment_methods (id, code, kind, asset_code, titles, uses, pay_in_connection_id, top_up_fee_bps,
       top_up_min_units, sort, created_at, updated_at)
     VALUES ($1, $2, 'emoney', 'RUB', $3, '{topup}', $4, 100, 10000, 900, $5, $5)`,
    [id, `T${code}RUB`, JSON.stringify(texts(title)), connectionId, now()],
  );
  const lines = [{ key: 'account', titles: texts('Account'), value: `40817-${code}`, copy: true }];
  await query(
    'INSERT INTO office_requisites (id, method_id, label, lines, created_at) VALUES ($1, $2, $3, $4, $5)',
    [newId('req'), id, 'story', JSON.stringify(lines), now()],
  );
  return { id, title };
}

export async function closeTopUpMethod({ id }: { id: string }): Promise<void> {
  await query(`UPDATE payment_methods SET enabled = false WHERE id = $1`, [id]);
}

async function connect(code: string): Promise<string> {
  const id = newId('con');
  const sealed = { secret: seal(`secret of ${code}`, secretPlace(id, 'secret')) };
  await query(
    `INSERT INTO system_connections (id, system_code, label, settings, secrets, created_at, updated_at)
     VALUES ($1, 'simulator', $2, $3, $4, $5, $5)`,
    [id, `Story ${code}`, JSON.stringify({ shop: code, feePercent: '0' }), JSON.stringify(sealed), now()],
  );
  return id;
}

/** Makes that person a cashier who may move roubles, without a drawer. */
export async function nameCashier(userId: string): Promise<void> {
  await query(
    `INSERT INTO cashiers (user_id, has_drawer, created_at, created_by, updated_at) VALUES ($1, false, $2, 'story', $2)`,
    [userId, now()],
  );
  await query(`INSERT INTO cashier_limits (user_id, asset_code) VALUES ($1, 'RUB')`, [userId]);
}

export async function suspendCashier(userId: string): Promise<void> {
  await query('UPDATE cashiers SET suspended_at = $2 WHERE user_id = $1', [userId, now()]);
}

/** The page of topping up, the amount typed and the way chosen by its title. */
export async function chooseWay(page: Page, amount: string, title: string): Promise<void> {
  await page.goto('/en/cabinet/top-up?asset=RUB');
  await page.getByLabel(/^Amount you pay/).fill(amount);
  await page.getByRole('radio', { name: new RegExp(`^${title}`) }).check();
}
