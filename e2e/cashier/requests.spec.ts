import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { enterAs } from '@/lib/auth/testing';
import { closeDatabase, query } from '@/lib/db';
import { createTopUp } from '@/lib/wallet/top-up/create-top-up';
import { expectAccessible } from '../support/people';
import {
  closeBrowsers,
  expectOperation,
  type Holder,
  newCashier,
  newHolder,
  newReceipt,
  roublesOf,
} from '../support/tills';

test.afterEach(closeBrowsers);
test.afterAll(closeDatabase);
test.slow();

/** What the customer sent from his account, with a picture. Returns the number it is called by. */
async function newRequest({ email }: Holder, amount: string): Promise<number> {
  const { topUpId } = await createTopUp({
    actor: await enterAs(email),
    way: 'cashier',
    asset: 'RUB',
    amount,
    moneyKind: 'card',
    comment: 'paid at the terminal',
    idempotencyKey: randomUUID(),
    receipt: {
      bytes: await sharp({ create: { width: 80, height: 60, channels: 3, background: '#336699' } })
        .png()
        .toBuffer(),
      name: 'receipt.png',
    },
  });
  const [row] = await query<{ number: number }>('SELECT number FROM top_ups WHERE id = $1', [topUpId]);
  return row?.number ?? 0;
}

test('a request is taken, credited as it stands, and leaves the queue', async ({ browser }) => {
  const [cashier, holder] = await Promise.all([newCashier(browser), newHolder()]);
  const { page } = cashier;
  await page.goto('/en/cashier/requests');
  const number = await newRequest(holder, '2345.60');
  // It appears by itself.
  const request = page.getByRole('article').filter({ hasText: `Request ${number}` });
  await expect(request).toContainText('2,345.60 RUB');
  await expect(request).toContainText('Conrad K.');
  await expect(request).toContainText('paid at the terminal');
  await expect(request.getByRole('link', { name: `Receipt of request ${number}` })).toBeVisible();
  await expectAccessible(page);
  await request.getByRole('button', { name: 'Take' }).click();

  await expect(page).toHaveURL(/\/en\/cashier\?request=top_/);
  await expect(page.getByText(`By the customer's request ${number}.`)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Conrad K.' })).toBeVisible();
  await expect(page.getByLabel('Amount taken')).toHaveValue('2345.60');
  await expect(page.getByLabel('Card', { exact: true })).toBeChecked();
  await expect(page.getByLabel('Receipt number')).toBeFocused();
  await page.keyboard.type(newReceipt());
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-summary]')).toContainText('card, receipt');
  await page.keyboard.press('Enter');
  await expectOperation(page, 'Credited');
  await expect(page.getByRole('main')).toContainText("Customer's request");
  expect(await roublesOf(holder)).toBe(234_560n);
  await page.goto('/en/cashier/requests');
  await expect(page.getByText(`Request ${number}`)).toHaveCount(0);
});

test('a request is declined with a reason that the customer gets by letter', async ({ browser }) => {
  const [{ page }, holder] = await Promise.all([newCashier(browser), newHolder()]);
  const number = await newRequest(holder, '150');
  await page.goto('/en/cashier/requests');
  const request = page.getByRole('article').filter({ hasText: `Request ${number}` });
  await request.getByRole('button', { name: 'Decline' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason, for the customer').fill('the picture shows another amount');
  await dialog.getByRole('button', { name: 'Decline the request' }).click();
  await expect(request).toHaveCount(0);
  const letters = await query<{ props: Record<string, unknown> }>(
    `SELECT props FROM letters WHERE code = 'top_up_declined' AND to_address = $1`,
    [holder.email],
  );
  expect(JSON.stringify(letters)).toContain('the picture shows another amount');
  expect(await roublesOf(holder)).toBe(0n);
});
