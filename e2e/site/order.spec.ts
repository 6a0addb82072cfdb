import { expect, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { scheduleTransfer } from '@/lib/exchange/schedule-transfer';
import {
  countOrdersOfQuote,
  customerDetails,
  endQuote,
  giveUp,
  newEmail,
  newOrder,
  newQuotePath,
  operator,
  orderOf,
  runOut,
} from '../support/orders';

test.afterAll(closeDatabase);

const orderPage = /\/en\/orders\/ord_\w+\/[\w-]+$/;
/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

async function fillForm(page: Page) {
  await page.getByLabel('Payer’s full name').fill(customerDetails.holder);
  await page.getByLabel('Bitcoin address').fill(customerDetails.address);
  await page.getByLabel('E-mail').fill(newEmail());
  await page.getByRole('checkbox').check();
}

const heading = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text });
const receiptOf = (page: Page) => page.getByLabel('Receipt');

test('a guest makes an order, pays, tells so with a receipt, and sees it move to its end by itself', async ({
  page,
}) => {
  const { path } = await newQuotePath();
  await page.goto(`/en${path}`);
  await page.getByLabel('Payer’s full name').fill(customerDetails.holder);
  await page.getByLabel('Bitcoin address').fill(`${customerDetails.address}x`);
  await page.getByRole('button', { name: 'Create the order' }).click();
  await expect(page.getByText('This is not a valid')).toBeVisible();
  await expect(page.getByText('Without this we cannot go on.')).toBeVisible();
  await expect(page.getByLabel('Payer’s full name')).toHaveValue(customerDetails.holder);
  await fillForm(page);
  await page.getByRole('button', { name: 'Create the order' }).click();

  await expect(page).toHaveURL(orderPage);
  await expect(heading(page, 'Pending processing')).toBeVisible();
  await expect(page).toHaveTitle(/Pending processing/);
  await expect(page.getByText('5,000.00 RUB').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy: Card number' })).toBeVisible();
  await expect(page.getByRole('timer')).toHaveText(/\d+:\d\d/);

  await page.getByLabel('Who paid').fill('Anna <b>S</b>');
  await receiptOf(page).setInputFiles({ name: 'чек.png', mimeType: 'image/png', buffer: png });
  await expect(page.getByText('чек.png')).toBeVisible();
  await expect(page.getByText('1 KB')).toBeVisible();
  await page.getByRole('button', { name: 'I have paid' }).click();
  await expect(heading(page, 'Funds received, pending disbursement')).toBeVisible();
  await expect(page.getByText('Anna <b>S</b>')).toBeVisible();

  const link = page.getByRole('link', { name: 'Receipt: чек.png' });
  const href = (await link.getAttribute('href')) ?? '';
  expect((await page.request.get(href)).headers()['content-type']).toBe('image/png');
  expect((await page.request.get(href.replace(/secret=./, 'secret=-'))).status()).toBe(404);
  expect((await page.request.get(href.replace(/\?.*/, ''))).status()).toBe(404);

  const { orderId } = orderOf(page.url());
  const actor = await operator();
  const sendAt = new Date(Date.now() + 3_600_000);
  await scheduleTransfer({ orderId, sendAt, text: 'On the next working day', actor });
  await expect(heading(page, 'Pending funds transfer')).toBeVisible({ timeout: 5_000 });
  await expect(page.getByText('On the next working day')).toBeVisible();
  await finalizeOrder({ orderId, note: 'Thank you', payoutReference: 'tx-4711', actor });
  await expect(heading(page, 'Completed')).toBeVisible({ timeout: 5_000 });
  await expect(page).toHaveTitle(/Completed/);
  await expect(page.getByText('tx-4711')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Exchange again' })).toBeVisible();
});

test('an open page hears of a change within two seconds', async ({ page }) => {
  const { orderId, path } = await newOrder();
  const listening = page.waitForResponse(/\/api\/live\/orders\//);
  await page.goto(`/en${path}`);
  await expect(heading(page, 'Pending processing')).toBeVisible();
  await listening;
  await finalizeOrder({ orderId, note: '', payoutReference: '', actor: await operator() });
  await expect(heading(page, 'Completed')).toBeVisible({ timeout: 2_000 });
  await expect(page.getByText('The order has moved: Completed')).toBeVisible();
});

test('pressing twice makes one order', async ({ page }) => {
  const { quoteId, path } = await newQuotePath();
  await page.goto(`/en${path}`);
  await fillForm(page);
  await page.getByRole('button', { name: 'Create the order' }).dblclick();
  await expect(page).toHaveURL(orderPage);
  expect(await countOrdersOfQuote(quoteId)).toBe(1);
  await giveUp(page.url());
  await page.goto(`/en${path}`);
  await expect(heading(page, 'This order is already made')).toBeVisible();
});

test('without JavaScript: the form keeps what was typed, makes the order, takes the claim', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { quoteId, path } = await newQuotePath();
  await page.goto(`/en${path}`);
  await page.getByLabel('Bitcoin address').fill(customerDetails.address);
  await page.getByRole('button', { name: 'Create the order' }).click();
  await expect(page.getByText('Fill this in.').first()).toBeVisible();
  await expect(page.getByLabel('Bitcoin address')).toHaveValue(customerDetails.address);
  await endQuote(quoteId);
  await page.getByRole('button', { name: 'Create the order' }).click();
  await page.getByRole('button', { name: 'Take the present rate' }).click();
  await expect(page.getByRole('button', { name: 'Create the order' })).toBeVisible();
  await expect(page.getByLabel('Bitcoin address')).toHaveValue(customerDetails.address);
  await fillForm(page);
  await page.getByRole('button', { name: 'Create the order' }).click();
  await expect(page).toHaveURL(orderPage);
  await receiptOf(page).setInputFiles({ name: 'pay.png', mimeType: 'image/png', buffer: png });
  await page.getByRole('button', { name: 'I have paid' }).click();
  await expect(heading(page, 'Funds received, pending disbursement')).toBeVisible();
  const { orderId } = orderOf(page.url());
  await finalizeOrder({ orderId, note: '', payoutReference: '', actor: await operator() });
  await context.close();
});

test('a quote that is over: the present rate is shown before an order is made, and what was typed stays', async ({
  page,
}) => {
  const { quoteId, path } = await newQuotePath();
  await page.goto(`/en${path}`);
  await fillForm(page);
  await endQuote(quoteId);
  await page.getByRole('button', { name: 'Create the order' }).click();
  await expect(page.getByText('The frozen rate is over')).toBeVisible();
  await page.getByRole('button', { name: 'Take the present rate' }).click();
  await expect(page).not.toHaveURL(new RegExp(quoteId));
  await expect(page.getByRole('button', { name: 'Create the order' })).toBeVisible();
  await expect(page.getByLabel('Payer’s full name')).toHaveValue(customerDetails.holder);
  expect(await countOrdersOfQuote(quoteId)).toBe(0);
});

test('a file that is no receipt is refused in words, and the right one is taken afterwards', async ({
  page,
}) => {
  const { path } = await newOrder();
  await page.goto(`/en${path}`);
  const submit = page.getByRole('button', { name: 'I have paid' });
  await page.getByLabel('Who paid').fill('Anna');
  const files = [
    {
      buffer: Buffer.from('MZ\x90\x00 this program cannot be run', 'latin1'),
      says: 'Only PNG, JPEG, WebP and PDF',
    },
    { buffer: Buffer.alloc(0), says: 'The file is empty.' },
    { buffer: png.subarray(0, 40), says: 'The file is damaged' },
    { buffer: Buffer.alloc(11 * 1024 * 1024, 1), says: 'larger than 10 MB' },
  ];
  for (const { buffer, says } of files) {
    await receiptOf(page).setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer });
    await submit.click();
    await expect(page.getByText(says).first()).toBeVisible();
    await expect(page.getByLabel('Who paid')).toHaveValue('Anna');
  }
  await receiptOf(page).setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: png });
  await submit.click();
  await expect(heading(page, 'Funds received, pending disbursement')).toBeVisible();
});

test('an unpaid order is canceled after one question', async ({ page }) => {
  const { path } = await newOrder();
  await page.goto(`/en${path}`);
  await page.getByText('Cancel the order', { exact: true }).click();
  await page.getByRole('button', { name: 'Yes, cancel the order' }).click();
  await expect(heading(page, 'Canceled')).toBeVisible();
  await expect(page.getByText('You canceled this order.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I have paid' })).toHaveCount(0);
});

test('paid after the time was over: told, kept, and said what happens', async ({ page }) => {
  const { orderId, path } = await newOrder();
  await page.goto(`/en${path}`);
  await runOut(orderId);
  await expect(heading(page, 'Canceled')).toBeVisible();
  await page.getByText('I paid after all').click();
  await page.getByLabel('Number of the payment').fill('4711');
  await page.getByRole('button', { name: 'Tell of the late payment' }).click();
  await expect(page.getByText('Paid after the time was over')).toBeVisible();
  await expect(page.getByText('4711')).toBeVisible();
});

test('a wrong secret and an unknown order are the same page', async ({ page }) => {
  const { orderId, secret } = await newOrder();
  const texts: string[] = [];
  for (const path of [`${orderId}/${secret}x`, `ord_0000000000000000/${secret}`, `x/'%20OR%201=1`]) {
    const answer = await page.goto(`/en/orders/${path}`);
    expect(answer?.status()).toBe(404);
    texts.push((await page.locator('main').textContent()) ?? '');
  }
  expect(new Set(texts).size).toBe(1);
  await giveUp(`http://x/en/orders/${orderId}/${secret}`);
});
