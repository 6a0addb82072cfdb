import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { moveWallet } from '@/lib/wallet/testing/wallets';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import { pdfText } from '@/scripts/testing/pdf-text';
import { enterNew, expectAccessible, expectNoSidewaysScroll, makeUser } from '../support/people';
import { inWallet, openWallets } from '../support/wallets';

test.beforeAll(() => openWallets('RUB'));
test.afterAll(closeDatabase);

const inHead = (page: Page) => page.getByTestId('head-balance');

const bytesOf = async (download: Download) => new Uint8Array(await readFile(await download.path()));

const linesOf = async (userId: string) => {
  const rows = await query<{ id: string }>(
    'SELECT entry_id::text AS id FROM wallet_records WHERE user_id = $1 ORDER BY entry_id DESC',
    [userId],
  );
  return rows.map(({ id }) => id);
};

test('the balance in the head of an open page changes by itself within two seconds, and says so', async ({
  page,
  context,
}) => {
  const { userId } = await enterNew(context);
  const live = page.waitForResponse((answer) => answer.url().includes('/api/live/wallet') && answer.ok());
  await page.goto('/en');
  await expect(inHead(page)).toHaveText('0.00 RUB');
  await live;

  await moveWallet(userId, 'RUB', 150_050n);
  await expect(inHead(page)).toHaveText('1,500.50 RUB', { timeout: 2_000 });
  await expect(page.getByText('+1,500.50 RUB. Balance now: 1,500.50 RUB.')).toBeVisible();

  await page.getByLabel(/1,500\.50 RUB\. Open the balances/).click();
  const menu = page.locator('header details[open]');
  await expect(menu).toContainText(formatWalletNumber(await walletNumberOf(userId)));
  await moveWallet(userId, 'RUB', -50n);
  await expect(menu.locator('dl')).toContainText('1,500.00', { timeout: 2_000 });
  await menu.getByRole('link', { name: 'History' }).click();
  await expect(page).toHaveURL(/\/en\/cabinet\/wallet\/history$/);
  await expect(menu).toBeHidden();
});

test('a transfer goes to whose wallet it says, once, however often it is sent', async ({ page, context }) => {
  const anna = await enterNew(context);
  const boris = await makeUser({ name: 'Boris Kantor' });
  const number = await walletNumberOf(boris.userId);
  await moveWallet(anna.userId, 'RUB', 100_000n);
  await page.goto('/en/cabinet/wallet/transfer');

  const field = page.getByLabel('Wallet number');
  const lastDigit = (Number(number.at(-1)) + 1) % 10;
  await field.fill(number.slice(0, -1) + lastDigit);
  await expect(page.getByText(/There is a slip in the number|a slip in the wallet number/i)).toBeVisible();
  await field.fill(formatWalletNumber(number));
  await expect(page.getByText('Belongs to Boris K.')).toBeVisible();

  await page.getByLabel('Amount').fill('1000.01');
  await page.getByLabel('Comment').fill('for lunch');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('1000.00 RUB can be spent')).toBeVisible();
  await expect(page.getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Amount').fill('250,50');
  await page.getByRole('button', { name: 'Check' }).click();

  const words = `You send 250.50 RUB to Boris K., wallet ${formatWalletNumber(number)}.`;
  await expect(page.getByText(words)).toBeVisible();
  await expectAccessible(page);
  const summary = page.url();
  const otherTab = await context.newPage();
  await otherTab.goto(summary);
  await page.getByRole('button', { name: 'Send 250.50 RUB' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sent');
  await otherTab.getByRole('button', { name: 'Send 250.50 RUB' }).click();
  await expect(otherTab.getByText('Nothing was sent twice.')).toBeVisible();
  await page.goto(summary);
  await page.getByRole('button', { name: 'Send 250.50 RUB' }).click();
  await expect(page.getByText('Nothing was sent twice.')).toBeVisible();

  expect(await inWallet(anna.userId, 'RUB')).toBe(74_950n);
  expect(await inWallet(boris.userId, 'RUB')).toBe(25_050n);
  await page.getByRole('link', { name: 'Receipt' }).click();
  await expect(page.getByText(`to wallet ${formatWalletNumber(number)}`)).toBeVisible();
  await expect(page.getByText('for lunch')).toBeVisible();
});

test('the history keeps its filter in the address and leads to receipts', async ({ page, context }) => {
  const { userId } = await enterNew(context);
  await moveWallet(userId, 'RUB', 100_000n, { details: { receipt: '42' } });
  await moveWallet(userId, 'RUB', -2_500n, { kind: 'payment', details: { comment: '<b>bold</b>' } });
  await page.goto('/en/cabinet/wallet/history');
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('row').nth(1)).toContainText('975.00');
  await page.getByLabel('Direction').selectOption('in');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/direction=in/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByText('receipt 42')).toBeVisible();
  await page.getByLabel('Operation').selectOption('withdrawal');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Nothing matches the filter')).toBeVisible();
  await page.getByRole('link', { name: 'Clear' }).first().click();
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payment');
  await expect(page.getByText('<b>bold</b>')).toBeVisible();
  await expectAccessible(page);
});

test('statements and receipts are downloaded and are true', async ({ page, context }) => {
  const { userId } = await enterNew(context, { name: 'Вера Ильина' });
  await moveWallet(userId, 'RUB', 150_050n, { details: { receipt: '42', comment: '=2+2' } });
  await page.goto('/ru/cabinet/wallet/history');
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать CSV' }).click(),
  ]);
  const text = new TextDecoder().decode(await bytesOf(csv));
  expect(text).toContain('Остаток на конец;1500.50');
  expect(text).toContain(";Пополнение;1500.50;RUB;1500.50;;;;42;;'=2+2;");
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать PDF' }).click(),
  ]);
  const paper = pdfText(await bytesOf(pdf));
  expect(paper).toContain('Выписка по кошельку, RUB');
  expect(paper).toContain('Вера Ильина');
  expect(paper).toContain('чек 42 · =2+2');
  await page.goto(`/en/cabinet/wallet/records/${(await linesOf(userId))[0]}`);
  const [receipt] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download PDF' }).click(),
  ]);
  expect(pdfText(await bytesOf(receipt))).toContain('+1,500.50 RUB');
});

test('another person’s receipt is no page, and no file', async ({ page, context }) => {
  const other = await makeUser();
  await moveWallet(other.userId, 'RUB', 100n);
  const [foreign] = await linesOf(other.userId);
  await enterNew(context);
  const answer = await page.goto(`/en/cabinet/wallet/records/${foreign}`);
  expect(answer?.status()).toBe(404);
  expect((await page.request.get(`/api/wallet/records/${foreign}`)).status()).toBe(404);
  await context.clearCookies();
  expect((await page.request.get(`/api/wallet/records/${foreign}`)).status()).toBe(401);
});

test('the wallet can be read by everybody on a phone', async ({ page, context }) => {
  const { userId } = await enterNew(context);
  await moveWallet(userId, 'RUB', 1_234_567_890n, { details: { comment: 'w'.repeat(200) } });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', '/history', '/transfer', `/records/${(await linesOf(userId))[0]}`]) {
    await page.goto(`/ru/cabinet/wallet${path}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await page.getByLabel(/Открыть балансы/).click();
  await expectNoSidewaysScroll(page);
});
