import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

/** A monitor code that no other story uses. */
export const newCode = () =>
  `T${randomInt(36 ** 5, 36 ** 6)
    .toString(36)
    .toUpperCase()}RUB`;

/** Fills in and saves a new method for roubles in a bank; it stands on the method's page afterwards. */
export async function makeMethod(page: Page, code: string): Promise<void> {
  await page.goto('/en/admin/methods/new');
  await page.getByLabel('Monitor code').fill(code);
  await page.getByLabel(/^Asset/).selectOption('RUB');
  await page.getByLabel(/^Kind/).selectOption('bank');
  await page.getByLabel('Title in English').first().fill(`Bank ${code}`);
  await page.getByLabel('Title in Russian').first().fill(`Банк ${code}`);
  await page.getByLabel('Open for exchange').check();
  await page.getByRole('button', { name: 'Save the method' }).click();
  await expect(page).toHaveURL(new RegExp(`/en/admin/methods/${code}`));
}
