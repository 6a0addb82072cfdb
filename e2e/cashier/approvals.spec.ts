import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { expectAccessible } from '../support/people';
import {
  closeBrowsers,
  expectOperation,
  newCashier,
  newHolder,
  newReceipt,
  roublesOf,
  typeTopUp,
} from '../support/tills';

test.afterEach(closeBrowsers);
test.afterAll(closeDatabase);
test.slow();

test('over the limit it waits, and a second person who sees all of it approves', async ({ browser }) => {
  const [cashier, senior, holder] = await Promise.all([
    newCashier(browser, { operationUnits: 100_000n }),
    newCashier(browser, { name: 'Sally Senior', senior: true }),
    newHolder(),
  ]);
  const { page } = cashier;
  await typeTopUp(page, { number: holder.number, amount: '1000.01', receipt: newReceipt() });
  await expect(page.getByText('It is more than this cashier may move at once.')).toBeVisible();
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await expectOperation(page, 'Waits for a second person');
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Approvals' })).toHaveCount(0);
  expect(await roublesOf(holder)).toBe(0n);
  const [title = ''] = await page.getByRole('heading', { level: 1 }).allInnerTexts();
  const heading = title.replace('Operation', 'Top-up');

  await senior.page.goto('/en/cashier/approvals');
  const card = senior.page.getByRole('article').filter({ hasText: heading });
  await expect(card).toContainText('1,000.01 RUB');
  await expect(card).toContainText('Over the limit at once');
  await expect(card).toContainText(holder.email);
  await expect(card).toContainText('Carla Counter');
  await expectAccessible(senior.page);
  await card.getByRole('button', { name: 'Approve' }).click();
  const dialog = senior.page.getByRole('dialog');
  await dialog.getByLabel('Your note').fill('counted together');
  await dialog.getByRole('button', { name: 'Approve 1,000.01 RUB' }).click();
  await expect(card).toHaveCount(0);
  expect(await roublesOf(holder)).toBe(100_001n);

  // The cashier's open page tells it by itself, and now there is a receipt.
  await expectOperation(page, 'Credited');
  await expect(page.getByRole('main')).toContainText('counted together');
  await expect(page.getByRole('link', { name: 'Print, 80 mm' })).toBeVisible();
});

test('nobody approves his own: a senior cashier may only withdraw it', async ({ browser }) => {
  const [{ page }, holder] = await Promise.all([
    newCashier(browser, { senior: true, operationUnits: 100n, hasDrawer: false }),
    newHolder(),
  ]);
  await typeTopUp(page, { number: holder.number, amount: '900', receipt: newReceipt() });
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await expectOperation(page, 'Waits for a second person');
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('typed wrong');
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expectOperation(page, 'Declined');
  expect(await roublesOf(holder)).toBe(0n);
});
