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
  for (const counted of await page.getByLabel(/^Counted, /).all()) await counted.fill('0');
  await page.getByRole('button', { name: 'Open the shift' }).click();
  await expect(page.getByText('Open since')).toBeVisible();
}

/** Puts the customer's number in, and sees whose it is. */
async function typeNumber(page: Page, number: string, maskedName: string): Promise<void> {
  await page.getByLabel('Wallet number').fill(number);
  await expect(page.getByRole('status').filter({ hasText: maskedName })).toBeVisible();
}

/** Up to the summary: nothing is done before it is confirmed. */
export async function fillTopUp(
  page: Page,
  { number, maskedName, amount, receipt }: Record<'number' | 'maskedName' | 'amount' | 'receipt', string>,
): Promise<void> {
  await page.goto('/en/cashier');
  await typeNumber(page, number, maskedName);
  await page.getByLabel('Amount taken').fill(amount);
  await page.getByLabel('Cash', { exact: true }).check();
  await page.getByLabel('Receipt number').fill(receipt);
  await page.getByRole('button', { name: 'Continue' }).click();
}

export async function fillWriteOff(
  page: Page,
  { number, maskedName, amount, comment }: Record<'number' | 'maskedName' | 'amount' | 'comment', string>,
): Promise<void> {
  await page.goto('/en/cashier/write-off');
  await typeNumber(page, number, maskedName);
  await page.getByLabel('Amount to write off').fill(amount);
  await page.getByLabel('Agreed with the customer').check();
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
