import { expect, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { expectAccessible } from '../support/people';
import { closeBrowsers, newCashier, newHolder, newReceipt, typeTopUp } from '../support/tills';

test.afterEach(closeBrowsers);
test.afterAll(closeDatabase);
test.slow();

test('a shift from the counted drawer to the counted drawer, with a difference that is explained', async ({
  browser,
}) => {
  const [cashier, holder] = await Promise.all([newCashier(browser, { drawer: '' }), newHolder()]);
  const { page } = cashier;
  await page.goto('/en/cashier');
  await expect(page.getByText('Your shift is not open')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Counted, RUB')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Wallet number')).toBeFocused();

  await page.goto('/en/cashier/shift');
  await page.getByLabel('Amount').fill('3000');
  await page.getByLabel('Note').first().fill('change from the safe');
  await page.getByRole('button', { name: 'Record' }).click();
  await expect(page.getByRole('table', { name: 'Brought and collected' })).toContainText('+3,000.00 RUB');
  await expect(page.getByLabel('Amount')).toHaveValue('');
  await typeTopUp(page, { number: holder.number, amount: '1500.50', receipt: newReceipt() });
  await page.getByRole('button', { name: 'Credit 1,500.50 RUB' }).click();
  await expect(page.getByText('Credited', { exact: true })).toBeVisible();

  // What the books say is nowhere before the count.
  await page.goto('/en/cashier/shift');
  await expect(page.getByRole('main')).not.toContainText('4,500.50');
  await page.getByLabel('Counted, RUB').fill('4500');
  await page.getByRole('button', { name: 'Close the shift' }).click();
  await expect(page.getByText(/The count differs from the books by .*0\.50/)).toBeVisible();
  await expect(page.getByLabel('Counted, RUB')).toHaveValue('4500');
  await page.getByLabel('Explanation').fill('a coin fell behind the desk');
  await page.getByRole('button', { name: 'Close the shift' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The shift is closed' })).toBeVisible();
  const closing = page.getByRole('table', { name: 'At closing' });
  await expect(closing).toContainText('4,500.50');
  await expect(closing).toContainText('−0.50');
  await expect(page.getByText('Explanation: a coin fell behind the desk')).toBeVisible();
  await expectAccessible(page);

  const letters = await query<{ code: string }>(
    `SELECT code FROM letters WHERE code = 'shift_difference' AND props::text LIKE '%' || $1 || '%'`,
    ['a coin fell behind the desk'],
  );
  expect(letters.length).toBeGreaterThan(0);
  await page.goto('/en/cashier');
  await expect(page.getByText('Your shift is not open')).toBeVisible();
});

test('who has no drawer is told that there is nothing to count', async ({ browser }) => {
  const { page } = await newCashier(browser, { hasDrawer: false });
  await page.goto('/en/cashier/shift');
  await expect(page.getByText('You have no drawer')).toBeVisible();
  await page.goto('/en/cashier');
  await expect(page.getByLabel('Wallet number')).toBeFocused();
});
