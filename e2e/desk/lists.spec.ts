import { expect, type Page, test } from '@playwright/test';
import { newOrder } from '../support/orders';
import { enterNew } from '../support/people';

const row = (page: Page, orderId: string) => page.locator(`[data-order-row="${orderId}"]`);
const unpaid = '/en/desk?status=pending_processing&sort=newest';

test('filters live in the address, and each can be taken away', async ({ page, context }) => {
  await enterNew(context, { roles: ['operator'] });
  const { orderId } = await newOrder();
  await page.goto('/en/desk');
  // Keys are heard once the page has come to life.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox').first()).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type(orderId);
  await page.keyboard.press('Enter');
  await expect(row(page, orderId)).toBeVisible();
  await page.reload();
  await expect(row(page, orderId)).toBeVisible();
  await page.getByRole('link', { name: 'Completed' }).first().click();
  await expect(page).toHaveURL(new RegExp(`status=completed.*id=${orderId}`));
  await expect(page.getByText('No such orders')).toBeVisible();
  await page.getByRole('link', { name: `Remove the filter: Order number: ${orderId}` }).click();
  await expect(page).toHaveURL(/\/en\/desk\?status=completed$/);
});

test('what cannot be read filters nothing, and is said', async ({ page, context }) => {
  await enterNew(context, { roles: ['operator'] });
  await page.goto('/en/desk?status=all&min=1e9&since=yesterday&from=%27%3B--');
  await expect(page.getByText('It was left out: Pays by, Made from, Amount paid, from.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('filters work all the same', async ({ page, context }) => {
    await enterNew(context, { roles: ['operator'] });
    const { orderId } = await newOrder();
    await page.goto('/en/desk');
    await page.getByPlaceholder('E-mail, order number, card or account').fill(orderId);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(row(page, orderId)).toBeVisible();
  });
});

test('a new order appears by itself and is marked', async ({ page, context }) => {
  await enterNew(context, { roles: ['operator'] });
  await page.goto(unpaid);
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  const { orderId } = await newOrder();
  await expect(row(page, orderId)).toContainText('New');
});

test('several empty orders are deleted at once, each with its result', async ({ page, context }) => {
  await enterNew(context, { roles: ['operator'] });
  const ids = [(await newOrder()).orderId, (await newOrder()).orderId];
  await page.goto(unpaid);
  for (const id of ids) await row(page, id).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete 2 orders' }).click();
  await expect(page.getByRole('dialog')).toContainText('Deleted: 2 of 2.');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  for (const id of ids) await expect(row(page, id)).toHaveCount(0);
});

test('support and accountants read and do not act; customers find no desk', async ({ page, context }) => {
  const { orderId } = await newOrder();
  for (const role of ['support', 'accountant'] as const) {
    await enterNew(context, { roles: [role] });
    await page.goto(`/en/desk?q=${orderId}&order=${orderId}`);
    await expect(page.getByRole('article')).toContainText('5,000.00 RUB');
    await expect(page.locator('[data-step]')).toHaveCount(0);
    await expect(row(page, orderId).getByRole('button')).toHaveCount(0);
  }
  await enterNew(context, { roles: ['customer'] });
  expect((await page.goto('/en/desk'))?.status()).toBe(404);
});
