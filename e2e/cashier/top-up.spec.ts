import { expect, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { expectAccessible } from '../support/people';
import {
  closeBrowsers,
  expectOperation,
  expectReady,
  newCashier,
  newHolder,
  newReceipt,
  operationsOf,
  roublesOf,
  typeTopUp,
} from '../support/tills';

test.afterEach(closeBrowsers);
test.afterAll(closeDatabase);
test.slow();

/** What the issue allows beyond the values themselves. */
const pressesMost = 12;

/** A keyboard that counts: the values are free, every other press is not. */
function countingKeyboard(page: Page) {
  const count = { presses: 0 };
  return {
    count,
    value: (text: string) => page.keyboard.type(text),
    press: async (key: string) => {
      count.presses += 1;
      await page.keyboard.press(key);
    },
  };
}

test('from opening the till to the printed receipt it takes seven presses beyond the values', async ({
  browser,
}) => {
  const [{ page, userId }, holder] = await Promise.all([newCashier(browser), newHolder()]);
  const receipt = newReceipt();
  const keys = countingKeyboard(page);

  await page.goto('/en/cashier');
  await expectReady(page);
  await keys.value(holder.number);
  await keys.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Conrad K.' })).toBeVisible();
  await expect(page.getByLabel('Amount taken')).toBeFocused();
  await keys.value('1500.50');
  await keys.press('Enter');
  await expect(page.getByLabel('Cash', { exact: true })).toBeFocused();
  await keys.press('Enter');
  await expect(page.getByLabel('Receipt number')).toBeFocused();
  await keys.value(receipt);
  await keys.press('Enter');
  await expect(page.locator('[data-summary]')).toHaveText(
    `Credit 1,500.50 RUB (one thousand five hundred RUB 50/100) to Conrad K., wallet ${holder.formatted}: cash, receipt ${receipt}.`,
  );
  await expect(page.getByRole('button', { name: 'Credit 1,500.50 RUB' })).toBeFocused();
  await expectAccessible(page);
  expect(await roublesOf(holder)).toBe(0n);
  await keys.press('Enter');
  await expectOperation(page, 'Credited');
  await expect(page.getByRole('link', { name: 'Next operation' })).toBeFocused();
  await expectAccessible(page);

  const answer = page.context().waitForEvent('response', (response) => /\/receipt\?/.test(response.url()));
  await keys.press('p');
  const { url, status, headers } = await answer.then((response) => ({
    url: response.url(),
    status: response.status(),
    headers: response.headers(),
  }));
  // The document asks for the printer by itself; one more press says yes to it.
  keys.count.presses += 1;
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  const document = await (await page.request.get(url)).text();
  expect(document.startsWith('%PDF-')).toBe(true);
  expect(document).toContain('/N /Print');
  expect(keys.count.presses).toBe(7);
  expect(keys.count.presses).toBeLessThanOrEqual(pressesMost);

  expect(await roublesOf(holder)).toBe(150_050n);
  expect(await operationsOf({ userId })).toBe(1);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Wallet number')).toBeFocused();
});

test('pressed twice, gone back to and sent again: one operation', async ({ browser }) => {
  const [cashier, holder] = await Promise.all([newCashier(browser), newHolder()]);
  const { page } = cashier;
  const typed = { number: holder.number, amount: '700', receipt: newReceipt() };
  await typeTopUp(page, typed);
  const confirm = page.getByRole('button', { name: 'Credit 700.00 RUB' });
  await confirm.dblclick();
  await expectOperation(page, 'Credited');
  const made = new URL(page.url()).pathname;

  // The browser's way back finds the form with its key: the same values lead to the same operation.
  await page.goBack();
  await expect(page.getByLabel('Wallet number')).toBeVisible();
  await page.getByLabel('Wallet number').fill(typed.number);
  await page.getByLabel('Amount taken').fill(typed.amount);
  await page.getByLabel('Receipt number').fill(typed.receipt);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('button[value=confirm]').click();
  await expect(page).toHaveURL(/\/cashier\/operations\//);
  // Had the page been drawn anew, the receipt's number would hold the second one up.
  const isSame = new URL(page.url()).pathname === made;
  await expectOperation(page, isSame ? 'Credited' : 'Waits for a second person');
  expect(await roublesOf(holder)).toBe(70_000n);
});

test('the answer to the press is lost: pressed again it is the same operation', async ({ browser }) => {
  const [cashier, holder] = await Promise.all([newCashier(browser), newHolder()]);
  const { page } = cashier;
  await typeTopUp(page, { number: holder.number, amount: '333.33', receipt: newReceipt() });
  const confirm = page.getByRole('button', { name: 'Credit 333.33 RUB' });
  await expect(confirm).toBeFocused();
  // The server does it, and the browser never hears of it.
  await page.route('**/en/cashier', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
  await confirm.press('Enter');
  await expect(page.getByText('We cannot do this right now.')).toBeVisible();
  expect(await roublesOf(holder)).toBe(33_333n);
  await page.unroute('**/en/cashier');
  await confirm.press('Enter');
  await expectOperation(page, 'Credited');
  expect(await roublesOf(holder)).toBe(33_333n);
  expect(await operationsOf(cashier)).toBe(1);
});

test('two tabs with the same receipt: the second one waits for a second person', async ({ browser }) => {
  const [cashier, holder] = await Promise.all([newCashier(browser), newHolder()]);
  const typed = { number: holder.number, amount: '250', receipt: newReceipt() };
  const other = await cashier.page.context().newPage();
  await typeTopUp(cashier.page, typed);
  await typeTopUp(other, typed);
  await cashier.page.getByRole('button', { name: 'Credit 250.00 RUB' }).click();
  await expectOperation(cashier.page, 'Credited');
  await other.locator('button[value=confirm]').click();
  await expectOperation(other, 'Waits for a second person');
  await expect(other.getByText('This receipt number was used before.')).toBeVisible();
  await expect(other.getByRole('link', { name: /Print/ })).toHaveCount(0);
  expect(await roublesOf(holder)).toBe(25_000n);
});

test('Esc goes back to the fields with everything in them', async ({ browser }) => {
  const [{ page }, holder] = await Promise.all([newCashier(browser), newHolder()]);
  const receipt = newReceipt();
  await typeTopUp(page, { number: holder.number, amount: '10000', receipt });
  await expect(page.getByRole('button', { name: 'Credit 10,000.00 RUB' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Receipt number')).toBeFocused();
  await expect(page.getByLabel('Receipt number')).toHaveValue(receipt);
  await expect(page.getByLabel('Amount taken')).toHaveValue('10000');
  expect(await roublesOf(holder)).toBe(0n);
});
