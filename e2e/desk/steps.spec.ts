import { expect, type Locator, type Page, test } from '@playwright/test';
import { newOrder } from '../support/orders';
import { enterNew } from '../support/people';

const row = (page: Page, orderId: string): Locator => page.locator(`[data-order-row="${orderId}"]`);
/** The house's own dialog; a menu that is closing counts as one for readers too. */
const dialog = (page: Page): Locator => page.locator('dialog[open]');

test('an order is finalized from the list, without the step before', async ({ page, context }) => {
  await enterNew(context, { roles: ['operator'], name: 'Ann Operator' });
  const { orderId } = await newOrder();
  await page.goto(`/en/desk?q=${orderId}`);
  await row(page, orderId)
    .getByRole('button', { name: `Steps of order ${orderId}` })
    .click();
  await page.getByRole('menuitem', { name: 'Finalize' }).click();
  await expect(dialog(page)).toContainText('5,000.00 RUB');
  await expect(dialog(page)).toContainText('gets a letter');
  await dialog(page).getByLabel('Reference of the payment').fill('TX-1');
  await dialog(page).getByRole('button', { name: 'Confirm: sent' }).click();
  await expect(page.getByText('The order is completed.')).toBeVisible();
  await expect(row(page, orderId)).toContainText('Completed');
});

test('by keys alone: scheduled for a date, then finalized', async ({ page, context }) => {
  await enterNew(context, { roles: ['operator'], name: 'Ann Operator' });
  const { orderId } = await newOrder();
  await page.goto(`/en/desk?order=${orderId}`);
  const order = page.getByRole('article');
  await expect(order.locator('[data-step=schedule]')).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('s');
    await expect(dialog(page)).toContainText('Schedule the transfer?', { timeout: 2_000 });
  }).toPass();
  await dialog(page).getByLabel('Text').fill('Today before six.');
  await dialog(page).getByLabel('Text').press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(order.getByText('Today before six.')).toBeVisible();
  await expect(order).toContainText('Scheduled');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('f');
  await dialog(page).getByRole('button', { name: 'Confirm: sent' }).press('Enter');
  await expect(order.locator('header')).toContainText('Completed');
  await expect(order.locator('[data-step=finalize]')).toHaveCount(0);
});

test('an order is canceled with a reason, and not without one', async ({ page, context }) => {
  await enterNew(context, { roles: ['operator'], name: 'Ann Operator' });
  const { orderId } = await newOrder();
  await page.goto(`/en/desk?order=${orderId}`);
  await page.locator('[data-step=cancel]').click();
  await dialog(page).getByRole('button', { name: 'Cancel the order' }).click();
  const reason = dialog(page).getByLabel(/^Reason/);
  await expect(reason).toHaveAttribute('aria-invalid', 'true');
  await reason.fill('The account is closed.');
  await dialog(page).getByRole('button', { name: 'Cancel the order' }).click();
  await expect(page.getByRole('article').locator('header')).toContainText('Canceled');
  await expect(page.getByText('The account is closed.').first()).toBeVisible();
});

test('the second of two operators is told who was first', async ({ page, context, browser }) => {
  await enterNew(context, { roles: ['operator'], name: 'Ann First' });
  const others = await browser.newContext();
  await enterNew(others, { roles: ['operator'], name: 'Bob Second' });
  const second = await others.newPage();
  const { orderId } = await newOrder();
  for (const one of [page, second]) {
    await one.goto(`/en/desk?order=${orderId}`);
    await one.locator('[data-step=finalize]').click();
    await expect(dialog(one)).toContainText('Finalize the order?');
  }
  await dialog(page).getByRole('button', { name: 'Confirm: sent' }).click();
  await expect(page.getByRole('article').locator('header')).toContainText('Completed');
  await dialog(second).getByRole('button', { name: 'Confirm: sent' }).click();
  await expect(dialog(second).getByRole('alert')).toContainText('Ann First was first');
  await expect(dialog(second)).toContainText('stands at “Completed” now');
  await expect(dialog(second).getByRole('button', { name: 'Confirm: sent' })).toHaveCount(0);
  await others.close();
});

test('an order is taken, and taken over by another', async ({ page, context, browser }) => {
  await enterNew(context, { roles: ['operator'], name: 'Ann First' });
  const others = await browser.newContext();
  await enterNew(others, { roles: ['operator'], name: 'Bob Second' });
  const second = await others.newPage();
  const { orderId } = await newOrder();
  await page.goto(`/en/desk?order=${orderId}`);
  await page.getByRole('button', { name: 'Take', exact: true }).click();
  await expect(page.getByText('You work on this order.')).toBeVisible();
  await second.goto(`/en/desk?order=${orderId}`);
  await expect(second.getByText('Ann First works on this order')).toBeVisible();
  // Keys are heard once the page has come to life.
  await expect(async () => {
    await second.keyboard.press('t');
    await expect(dialog(second)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog(second).getByRole('button', { name: 'Take it over' }).click();
  await expect(second.getByText('You work on this order.')).toBeVisible();
  await expect(page.getByText('Bob Second works on this order')).toBeVisible();
  await others.close();
});
