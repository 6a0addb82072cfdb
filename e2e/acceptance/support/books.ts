import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import Papa from 'papaparse';
import type { Bargain } from './guest';

/** An amount as books write it: all decimals of the asset. */
export function exact(amount: string, scale: number): string {
  const [whole = '', fraction = ''] = amount.replaceAll(',', '').split('.');
  return `${whole}.${fraction.padEnd(scale, '0')}`;
}

/** The order's transfers at the desk are these, in this order, and each asset of each sums to nothing. */
export async function expectBalancedEntries(page: Page, orderId: string, kinds: string[]): Promise<void> {
  await page.goto(`/en/desk/orders/${orderId}`);
  const transfers = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  await expect(transfers.getByRole('heading', { level: 3 })).toHaveText(kinds);
  for (const transfer of await transfers.all()) expectBalanced(await entriesOf(transfer));
}

/** Opens the transfer of that kind in the ledger: it balances there too, and has these entries. */
export async function expectTransfer(page: Page, kind: string, entries: Entry[]): Promise<void> {
  await page.getByRole('heading', { level: 3, name: kind }).getByRole('link').click();
  await expect(page).toHaveURL(/\/en\/admin\/ledger\/transfers\//);
  await expect(page.getByRole('heading', { level: 1, name: kind })).toBeVisible();
  const found = await entriesOf(page.getByRole('main'));
  expectBalanced(found);
  expect(found).toEqual(expect.arrayContaining(entries));
}

export type Entry = { account: string; debit: string; credit: string };

async function entriesOf(place: Locator): Promise<Entry[]> {
  const rows = await place.locator('tbody tr').all();
  return await Promise.all(
    rows.map(async (row) => {
      const [account = '', debit = '', credit = ''] = await row.locator('td').allInnerTexts();
      return { account: plain(account), debit: plain(debit), credit: plain(credit) };
    }),
  );
}

function expectBalanced(entries: Entry[]): void {
  const sums: Record<string, bigint> = {};
  for (const { debit, credit } of entries) {
    const [amount = '', asset = ''] = (debit || credit).split(' ');
    const units = BigInt(amount.replaceAll(/[,.]/g, ''));
    sums[asset] = (sums[asset] ?? 0n) + (debit ? units : -units);
  }
  for (const [asset, sum] of Object.entries(sums)) expect(sum, asset).toBe(0n);
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Downloads what the desk shows of this e-mail, as the operator does: from the list, by its link. */
export async function exportByEmail(page: Page, { email }: Bargain): Promise<Record<string, string>[]> {
  await page.goto(`/en/desk?status=all&email=${email}`);
  await page.getByRole('link', { name: 'Export CSV' }).click();
  await expect(page).toHaveURL(/\/en\/desk\/exports\?/);
  await expect(page.getByRole('definition').filter({ hasText: email })).toBeVisible();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByRole('radio', { name: 'names for programs' }).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readFile(await (await downloading).path(), 'utf8');
  expect(csv.startsWith('\ufeff')).toBe(true);
  return Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
}
