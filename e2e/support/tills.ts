import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { enterAs } from '@/lib/auth/testing';
import { openShift } from '@/lib/cashier/open-shift';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import { enter, makeUser } from './people';
import { inWallet, openWallets } from './wallets';

export type TillPerson = { userId: string; email: string; page: Page };

type CashierWish = {
  name?: string;
  mayWriteOff?: boolean;
  senior?: boolean;
  hasDrawer?: boolean;
  assets?: string[];
  /** What is counted in the drawer at the opening; without it no shift is open. */
  drawer?: string;
  operationUnits?: bigint;
};

/** A cashier of roubles in a browser of his own, at work: his shift is open with an empty drawer unless told. */
export async function newCashier(browser: Browser, wish: CashierWish = {}): Promise<TillPerson> {
  const { name = 'Carla Counter', mayWriteOff = true, senior = false, hasDrawer = true } = wish;
  await openWallets('RUB', 'USD');
  const person = await makeUser({ name, roles: ['cashier'] });
  await query(
    `INSERT INTO cashiers (user_id, may_write_off, senior, has_drawer, created_at, created_by, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'story', $5)`,
    [person.userId, mayWriteOff, senior, hasDrawer, now()],
  );
  for (const asset of wish.assets ?? ['RUB'])
    await query('INSERT INTO cashier_limits (user_id, asset_code, operation_units) VALUES ($1, $2, $3)', [
      person.userId,
      asset,
      wish.operationUnits ?? null,
    ]);
  const { drawer = '0' } = wish;
  if (hasDrawer && drawer !== '') await startShift(person.email, drawer, wish.assets);
  return { ...person, page: await pageOf(browser, person) };
}

/** A page in a browser of that person's own. */
export async function pageOf(browser: Browser, person: { email: string }): Promise<Page> {
  const context = await browser.newContext();
  await enter(context, person);
  return context.newPage();
}

/** After each story: open pages follow live news, and a server has only so many streams for one address. */
export async function closeBrowsers({ browser }: { browser: Browser }): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

async function startShift(email: string, drawer: string, assets = ['RUB']): Promise<void> {
  const counted = Object.fromEntries(assets.map((asset) => [`counted.${asset}`, drawer]));
  const note = /[1-9]/.test(drawer) ? 'brought along' : '';
  await openShift({
    actor: await enterAs(email),
    input: { ...counted, note, idempotencyKey: randomUUID() },
  });
}

export type Holder = { userId: string; email: string; number: string; formatted: string };

/** A customer with a wallet, `roubles` in it if told. */
export async function newHolder(name = 'Conrad Keyes', roubles?: string): Promise<Holder> {
  await openWallets('RUB', 'USD');
  const person = await makeUser({ name });
  const number = await walletNumberOf(person.userId);
  const holder = { ...person, number, formatted: formatWalletNumber(number) };
  if (roubles) await bring(holder, roubles);
  return holder;
}

/** Another cashier, without a drawer, credits a wallet. */
export async function bring({ number }: Holder, roubles: string): Promise<void> {
  const { userId, email } = await makeUser({ name: 'Other Till', roles: ['cashier'] });
  await query(
    `INSERT INTO cashiers (user_id, has_drawer, created_at, created_by, updated_at) VALUES ($1, false, $2, 'story', $2)`,
    [userId, now()],
  );
  await query(`INSERT INTO cashier_limits (user_id, asset_code) VALUES ($1, 'RUB')`, [userId]);
  await topUpByCashier({
    actor: await enterAs(email),
    input: {
      number,
      asset: 'RUB',
      amount: roubles,
      moneyKind: 'transfer',
      receiptNumber: newReceipt(),
      idempotencyKey: randomUUID(),
    },
  });
}

/** A receipt number that nobody has used. */
export const newReceipt = () => `R${randomUUID().slice(0, 12)}`;

/** What the person can spend, in kopecks. */
export const roublesOf = ({ userId }: { userId: string }) => inWallet(userId, 'RUB');

/** How many operations a cashier has made, in whatever state. */
export async function operationsOf({ userId }: { userId: string }): Promise<number> {
  return (await query('SELECT 1 FROM till_operations WHERE cashier_id = $1', [userId])).length;
}

/** Codes of the refusals that the audit keeps of a person. */
export async function refusalsOf({ userId }: { userId: string }): Promise<string[]> {
  const rows = await query<{ code: string }>(
    `SELECT after->>'code' AS code FROM audit_records WHERE actor_id = $1 AND action = 'till.refused'`,
    [userId],
  );
  return rows.map(({ code }) => code);
}

type Typed = { number: string; amount: string; receipt: string };

/** Up to the summary of a top-up, with Enter alone. */
export async function typeTopUp(page: Page, { number, amount, receipt }: Typed): Promise<void> {
  await page.goto('/en/cashier');
  await expectReady(page);
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Amount taken')).toBeFocused();
  await page.keyboard.type(amount);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Receipt number')).toBeFocused();
  await page.keyboard.type(receipt);
  await page.keyboard.press('Enter');
}

/** The form answers to keys, and the first field has the focus. */
export async function expectReady(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled();
  await expect(page.getByLabel('Wallet number')).toBeFocused();
}

/** The page of an operation that was just made. */
export async function expectOperation(page: Page, state: string): Promise<void> {
  await expect(page).toHaveURL(/\/cashier\/operations\/tlo_\w+/);
  await expect(page.getByRole('heading', { level: 1, name: /^Operation \d+$/ })).toBeVisible();
  await expect(page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible();
}
