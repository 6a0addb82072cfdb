import { type Browser, expect, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import {
  closeBrowsers,
  expectOperation,
  expectReady,
  newCashier,
  newHolder,
  newReceipt,
  operationsOf,
  pageOf,
  refusalsOf,
  roublesOf,
  typeTopUp,
} from '../support/tills';

test.afterEach(closeBrowsers);
test.afterAll(closeDatabase);
test.slow();

const alert = (page: Page) => page.getByRole('main').getByRole('alert');

/** A cashier with the summary of 500 roubles before him. */
async function atSummary(browser: Browser) {
  const [cashier, holder] = await Promise.all([newCashier(browser), newHolder()]);
  await typeTopUp(cashier.page, { number: holder.number, amount: '500', receipt: newReceipt() });
  const confirm = cashier.page.getByRole('button', { name: 'Credit 500.00 RUB' });
  await expect(confirm).toBeVisible();
  return { ...cashier, holder, confirm };
}

test('a hundredth of a kopeck is refused beside its field, which keeps it', async ({ browser }) => {
  const [{ page }, holder] = await Promise.all([newCashier(browser), newHolder()]);
  await typeTopUp(page, { number: holder.number, amount: '500.0001', receipt: newReceipt() });
  await expect(page.getByText('Too many decimals: 2 at most.')).toBeVisible();
  await expect(page.getByLabel('Amount taken')).toHaveValue('500.0001');
  await expect(page.getByLabel('Amount taken')).toBeFocused();
});

test('his own wallet is refused as soon as its number is typed, and audited', async ({ browser }) => {
  const cashier = await newCashier(browser);
  const number = await walletNumberOf(cashier.userId);
  await cashier.page.goto('/en/cashier');
  await expectReady(cashier.page);
  await cashier.page.keyboard.type(number);
  await expect(cashier.page.getByText('A cashier makes no operations with his own wallet.')).toBeVisible();
  await expect(cashier.page.getByLabel('Wallet number')).toBeFocused();
  expect(await refusalsOf(cashier)).toContain('cashier_own_wallet');
});

test('suspended with the page open: a clear word, nothing done, and no till from the next request on', async ({
  browser,
}) => {
  const { page, userId, holder, confirm } = await atSummary(browser);
  await query('UPDATE cashiers SET suspended_at = now() WHERE user_id = $1', [userId]);
  await query(`UPDATE users SET roles = array_remove(roles, 'cashier') WHERE id = $1`, [userId]);
  await confirm.click();
  await expect(alert(page)).toContainText('This account does not work as a cashier now.');
  expect(await roublesOf(holder)).toBe(0n);
  await page.goto('/en/cashier');
  await expect(page.getByText('This account does not work at the till now')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Wallet top-up' })).toHaveCount(0);
});

test('a shift that was closed meanwhile: told, and nothing done', async ({ browser }) => {
  const { page, userId, holder, confirm } = await atSummary(browser);
  await query('UPDATE shifts SET closed_at = now() WHERE cashier_id = $1', [userId]);
  await confirm.click();
  await expect(alert(page)).toContainText('The shift is closed.');
  expect(await roublesOf(holder)).toBe(0n);
});

test('forged fields: another asset is refused and audited, another amount is another summary', async ({
  browser,
}) => {
  const { page, userId, holder, confirm } = await atSummary(browser);
  await page.evaluate(() => {
    const asset = document.querySelector<HTMLInputElement>('input[name=asset]');
    if (asset) asset.value = 'USD';
  });
  await confirm.click();
  await expect(alert(page)).toContainText('This cashier does not work with USD.');
  expect(await refusalsOf({ userId })).toContain('cashier_asset');
  expect(await roublesOf(holder)).toBe(0n);
});

test('a customer who posts the form of the till is refused and audited, and a guest too', async ({
  browser,
}) => {
  const { page, holder, confirm } = await atSummary(browser);
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/cashier'),
  );
  await page.route('**/en/cashier', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  );
  await confirm.click();
  const request = await sent;
  const { cookie: _, ...headers } = await request.allHeaders();
  const plain = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
  const data = request.postDataBuffer() ?? Buffer.alloc(0);

  const customer = await newHolder('Mallory Mailer');
  const foreign = await pageOf(browser, customer);
  const answer = await foreign.request.post(request.url(), { headers: plain, data, maxRedirects: 0 });
  expect(await answer.text()).toContain('cashier_off');
  expect(await refusalsOf(customer)).toContain('cashier_off');
  const guest = await browser.newContext();
  const toGuest = await guest.request.post(request.url(), { headers: plain, data, maxRedirects: 0 });
  expect(await toGuest.text()).toContain('not_signed_in');
  expect(await roublesOf(holder)).toBe(0n);
  await foreign.goto('/en/cashier');
  await expect(foreign.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
});

test('one cashier sees nothing of another: neither page nor receipt nor picture', async ({ browser }) => {
  const { page, userId, confirm } = await atSummary(browser);
  await confirm.click();
  await expectOperation(page, 'Credited');
  const id = /tlo_\w+/.exec(page.url())?.[0] ?? '';
  const other = await newCashier(browser, { name: 'Oscar Other' });
  for (const path of ['receipt', 'picture'])
    expect((await other.page.request.get(`/api/till/operations/${id}/${path}`)).status()).toBe(404);
  await other.page.goto(`/en/cashier/operations/${id}`);
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await other.page.goto(`/en/cashier/day?cashierId=${userId}`);
  await expect(other.page.getByText('Conrad K.')).toHaveCount(0);
  expect(await operationsOf(other)).toBe(0);
});
