import { expect, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { startRefund } from '@/lib/exchange/start-refund';
import { operator, orderOf } from '../support/orders';
import { enter, enterNew, expectAccessible, expectNoSidewaysScroll, makeUser } from '../support/people';
import {
  fill,
  inWallet,
  openDirection,
  openWallets,
  unpaidFromWallet,
  walletQuotePath,
} from '../support/wallets';

const tron = 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8';

test.beforeAll(async () => {
  await openWallets('RUB', 'USD');
  await openDirection('WALLETRUB', 'WALLETUSD', 'automatic');
  await openDirection('WALLETRUB', 'USDTTRC20', 'semi_automatic');
});
test.afterAll(closeDatabase);

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const payButton = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: /^Pay .* from the wallet$/ });
const rubToUsd = { from: 'WALLETRUB', to: 'WALLETUSD', give: '1000' };

async function agreeAndPay(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /rules of exchange/ }).check();
  await payButton(page).click();
}

test('a guest is asked to sign in, comes back to his amounts and exchanges inside his wallet with one press', async ({
  page,
  context,
}) => {
  const person = await makeUser();
  await fill(person.userId, 'RUB', 150_050n);
  const { path, quoteId } = await walletQuotePath(rubToUsd);
  await page.goto(`/en${path}`);
  await expect(page.getByText('Sign in to use your wallet')).toBeVisible();
  await expect(payButton(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Create the order' })).toBeHidden();
  await expectAccessible(page);
  const next = encodeURIComponent(`/en${path}`);
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    `/en/sign-in?next=${next}`,
  );
  await enter(context, person);
  await page.goto(`/en/sign-in?next=${next}`);

  await expect(page).toHaveURL(new RegExp(`quote=${quoteId}`));
  await expect(page.getByText('In your wallet')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1,500.50');
  await agreeAndPay(page);

  await expect(heading(page)).toHaveText('Completed');
  await expect(page.getByRole('main')).toContainText(/are in your wallet \d{3} \d{3} \d{4}/);
  expect(await inWallet(person.userId, 'RUB')).toBe(50_050n);
  expect(await inWallet(person.userId, 'USD')).toBeGreaterThan(0n);
  await expectAccessible(page);
  const { orderId } = orderOf(page.url());
  const letters = await query<{ code: string }>('SELECT code FROM letters WHERE order_id = $1', [orderId]);
  expect(letters.map(({ code }) => code).sort()).toEqual(['A1', 'U3']);

  // The way back is no second order.
  await page.goto(`/en${path}`);
  await expect(heading(page)).toHaveText('This order is already made');
});

test('a double press, and a second tab, pay once', async ({ page, context }) => {
  const person = await enterNew(context);
  await fill(person.userId, 'RUB', 300_000n);
  const { path, quoteId } = await walletQuotePath(rubToUsd);
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`/en${path}`);
    await tab.getByRole('checkbox', { name: /rules of exchange/ }).check();
  }
  await Promise.all([payButton(page).dblclick(), payButton(other).click()]);
  for (const tab of [page, other]) await expect(heading(tab)).toHaveText('Completed');
  expect(await inWallet(person.userId, 'RUB')).toBe(200_000n);
  expect(await query('SELECT id FROM orders WHERE quote_id = $1', [quoteId])).toHaveLength(1);
});

test('too little in the wallet is said before anything is made, also where it is spent meanwhile', async ({
  page,
  context,
}) => {
  const person = await enterNew(context);
  await page.setViewportSize({ width: 390, height: 844 });
  const { path } = await walletQuotePath(rubToUsd);
  await page.goto(`/en${path}`);
  await expect(page.getByText('There is not enough in the wallet')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Top up the wallet' })).toHaveAttribute(
    'href',
    /\/en\/cabinet\/top-up$/,
  );
  await expect(payButton(page)).toBeHidden();
  await expectNoSidewaysScroll(page);

  await fill(person.userId, 'RUB', 100_000n);
  await page.reload();
  await page.getByRole('checkbox', { name: /rules of exchange/ }).check();
  await fill(person.userId, 'RUB', -60_000n);
  await payButton(page).click();
  await expect(page.getByText(/400\.00 RUB can be spent/)).toBeVisible();
  expect(await query('SELECT id FROM orders WHERE customer_id = $1', [person.userId])).toEqual([]);
  expect(await inWallet(person.userId, 'RUB')).toBe(40_000n);
});

test('what the office cannot send is in the wallet again at once', async ({ page, context }) => {
  const person = await enterNew(context);
  await fill(person.userId, 'RUB', 1_000_000n);
  const { path } = await walletQuotePath({ from: 'WALLETRUB', to: 'USDTTRC20', give: '5000' });
  await page.goto(`/en${path}`);
  await page
    .getByLabel(/address/i)
    .first()
    .fill(tron);
  await agreeAndPay(page);
  await expect(heading(page)).toHaveText('Funds received');
  await expect(page.getByTestId('receipts')).toContainText('Your wallet');
  expect(await inWallet(person.userId, 'RUB')).toBe(500_000n);

  const { orderId } = orderOf(page.url());
  await startRefund({ orderId, actor: await operator(), reason: 'The network is down' });
  await expect(heading(page)).toHaveText('Refunded');
  await expect(page.getByRole('main')).toContainText(/Your money is in your wallet \d{3} \d{3} \d{4} again/);
  expect(await inWallet(person.userId, 'RUB')).toBe(1_000_000n);
});

test('an order that waits is paid on its page by its owner, and by nobody else who has the link', async ({
  page,
  context,
  browser,
}) => {
  const person = await makeUser();
  await fill(person.userId, 'RUB', 100_000n);
  const path = await unpaidFromWallet(person, rubToUsd);
  const stranger = await browser.newContext();
  await enterNew(stranger);
  const theirs = await stranger.newPage();
  await theirs.goto(`/en${path}`);
  await expect(theirs.getByText('Sign in as that customer to pay.')).toBeVisible();
  await expect(payButton(theirs)).toBeHidden();
  await stranger.close();

  await page.goto(`/en${path}`);
  await expect(page.getByText('Sign in to pay from your wallet.')).toBeVisible();
  await expectAccessible(page);
  await enter(context, person);
  await page.reload();
  await payButton(page).click();
  await expect(heading(page)).toHaveText('Completed');
  expect(await inWallet(person.userId, 'RUB')).toBe(0n);
});
