import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { query } from '@/lib/db';

/** What a cashier does at the counter, field by field. */

/** The receipt of the story; in a database that has seen it before, another one of the same look. */
export async function unusedReceipt(number: string): Promise<string> {
  const [used] = await query('SELECT 1 FROM till_operations WHERE receipt_number = $1', [number]);
  return used ? `${number}-${randomInt(1_000_000)}` : number;
}

/** Counts an empty drawer of every asset and opens the shift. */
export async function openEmptyShift(page: Page): Promise<void> {
  await page.goto('/en/cashier/shift');
  await expect(page.getByLabel('Counted, RUB')).toBeVisible();
  for (const counted of await page.getByLabel(/^Counted, /).all()) await counted.fill('0');
  await page.getByRole('button', { name: 'Open the shift' }).click();
  await expect(page.getByLabel('Wallet number')).toBeVisible();
}

type WriteOff = { number: string; maskedName: string; amount: string; comment: string };

/** Up to the summary of a write-off that no real money is paid out for. */
export async function fillWriteOff(page: Page, wish: WriteOff): Promise<void> {
  const { number, maskedName, amount, comment } = wish;
  await page.goto('/en/cashier/write-off');
  await page.getByLabel('Wallet number').fill(number);
  await expect(page.getByRole('status').filter({ hasText: maskedName })).toBeVisible();
  await page.getByLabel('Amount to write off').fill(amount);
  await page.getByLabel('Reason').selectOption('Agreed with the customer');
  await page.getByLabel('Comment').fill(comment);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** What the cashier's drawer holds by the ledger, in kopecks. */
export async function drawerOf(userId: string): Promise<bigint> {
  const [row] = await query<{ units: bigint }>(
    `SELECT coalesce(sum(b.balance_units), 0)::bigint AS units FROM ledger_accounts a
       JOIN ledger_balances b ON b.account_id = a.id
      WHERE a.kind = 'drawer' AND a.owner = $1 AND a.asset_code = 'RUB'`,
    [userId],
  );
  return row?.units ?? 0n;
}
