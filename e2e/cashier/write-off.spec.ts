import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import {
  bring,
  closeBrowsers,
  expectOperation,
  expectReady,
  newCashier,
  newHolder,
  newReceipt,
  pageOf,
  roublesOf,
  typeTopUp,
} from '../support/tills';

test.afterEach(closeBrowsers);
test.afterAll(closeDatabase);
test.slow();

test('a write-off is paid out of the drawer, taken back, and both sides stay', async ({ browser }) => {
  const [cashier, holder] = await Promise.all([
    newCashier(browser, { drawer: '5000' }),
    newHolder('Conrad Keyes', '2000'),
  ]);
  const { page } = cashier;
  const receipt = newReceipt();
  await page.goto('/en/cashier/write-off');
  await expectReady(page);
  await page.keyboard.type(holder.number);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '2,000.00 RUB' })).toBeVisible();
  await page.keyboard.type('1250.75');
  // Amount, reason, kind of money: Enter goes on.
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Enter');
  await expect(page.getByLabel('Document number')).toBeFocused();
  await page.keyboard.type(receipt);
  await page.keyboard.press('Enter');
  await page.keyboard.type('asked for at the counter');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-summary]')).toHaveText(
    `Write 1,250.75 RUB (one thousand two hundred and fifty RUB 75/100) off Conrad K., wallet ${holder.formatted}, and pay out the same: cash, document ${receipt}.`,
  );
  await page.keyboard.press('Enter');
  await expectOperation(page, 'Written off');
  expect(await roublesOf(holder)).toBe(74_925n);

  await page.getByRole('button', { name: 'Take back' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await dialog.getByLabel('Why').fill('he changed his mind');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
  const sides = page.getByRole('table', { name: 'Both sides' });
  await expect(sides).toContainText('−1,250.75 RUB');
  await expect(sides).toContainText('+1,250.75 RUB');
  await expect(sides).toContainText('Carla Counter: he changed his mind');
  expect(await roublesOf(holder)).toBe(200_000n);

  await page.goto('/en/cashier/day');
  const lines = page.getByRole('table', { name: 'Operations' }).getByRole('row');
  await expect(lines).toHaveCount(3);
  await expect(page.getByRole('table', { name: 'Totals' })).toContainText('Taken back: Write-off');
  const csv = await page.request.get(
    (await page.getByRole('link', { name: 'Save as CSV' }).getAttribute('href')) ?? '',
  );
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect((await csv.text()).trim().split('\n')).toHaveLength(3);

  // The customer sees both sides too.
  const customer = await pageOf(browser, holder);
  await customer.goto('/en/cabinet/wallet/history');
  await expect(customer.getByRole('main')).toContainText('−1,250.75');
  await expect(customer.getByRole('main')).toContainText('+1,250.75');
});

test('more than the wallet has is refused in words, and what was typed stays', async ({ browser }) => {
  const [{ page }, holder] = await Promise.all([
    newCashier(browser, { hasDrawer: false }),
    newHolder('Conrad Keyes', '100'),
  ]);
  await page.goto('/en/cashier/write-off');
  await page.getByLabel('Wallet number').fill(holder.number);
  await page.getByLabel('Amount to write off').fill('100.01');
  await page.getByLabel('Reason').selectOption('Credited by mistake');
  await expect(page.getByLabel('Document number')).toHaveCount(0);
  await page.getByLabel('Comment').fill('twice');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('There is not enough in the wallet: 100.00 RUB').first()).toBeVisible();
  await expect(page.getByLabel('Amount to write off')).toHaveValue('100.01');
  await page.getByLabel('Amount to write off').fill('100');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Write off 100.00 RUB' }).click();
  await expectOperation(page, 'Written off');
  expect(await roublesOf(holder)).toBe(0n);
});

test('an operation that is not the last one any more is taken back by another person only', async ({
  browser,
}) => {
  const [cashier, senior, holder] = await Promise.all([
    newCashier(browser),
    newCashier(browser, { name: 'Sally Senior', senior: true }),
    newHolder(),
  ]);
  await typeTopUp(cashier.page, { number: holder.number, amount: '400', receipt: newReceipt() });
  await cashier.page.getByRole('button', { name: 'Credit 400.00 RUB' }).click();
  await expectOperation(cashier.page, 'Credited');
  const first = new URL(cashier.page.url()).pathname;
  await typeTopUp(cashier.page, { number: holder.number, amount: '500', receipt: newReceipt() });
  await cashier.page.getByRole('button', { name: 'Credit 500.00 RUB' }).click();
  await expectOperation(cashier.page, 'Credited');
  await cashier.page.goto(first);
  await expect(cashier.page.getByRole('button', { name: 'Take back' })).toHaveCount(0);

  await senior.page.goto(first);
  await senior.page.getByRole('button', { name: 'Take back' }).click();
  const dialog = senior.page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('wrong wallet');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(senior.page.getByText('Sally Senior: wrong wallet')).toBeVisible();
  await bring(holder, '100');
  expect(await roublesOf(holder)).toBe(60_000n);
});
