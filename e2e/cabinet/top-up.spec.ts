import { expect, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { enter, enterNew, expectAccessible, expectNoSidewaysScroll, makeUser } from '../support/people';
import { payAs } from '../support/simulated';
import {
  chooseWay,
  closeTopUpMethod,
  nameCashier,
  openTopUpMethod,
  suspendCashier,
} from '../support/top-ups';
import { inWallet, openWallets } from '../support/wallets';

/** A picture as a phone would send it: one white pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
const receipt = { name: 'IMG_0042.png', mimeType: 'image/png', buffer: picture };

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const dialog = (page: Page) => page.locator('dialog[open]');

test.beforeAll(() => openWallets('RUB'));
test.afterAll(closeDatabase);

test('a payment system’s callback credits the wallet with nobody, less the fee that was told', async ({
  page,
  context,
}) => {
  const method = await openTopUpMethod('simulator');
  const ann = await enterNew(context);
  await chooseWay(page, '99', method.title);
  const card = page.locator('label').filter({ hasText: method.title });
  await expect(card).toContainText('Below the minimum');
  await page.getByLabel(/^Amount you pay/).fill('1 500,50');
  await expect(card).toContainText('Fee: 1 %');
  await expect(card).toContainText('Credited: 1,485.49 RUB');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue to the payment' }).click();

  await expect(heading(page, 'Awaiting the payment')).toBeVisible();
  const { pathname } = new URL(page.url());
  await payAs(page, 'Pay');
  await expect(heading(page, 'Credited')).toBeVisible({ timeout: 30_000 });
  expect(new URL(page.url()).pathname).toBe(pathname);
  await expect(page.getByRole('banner')).toContainText('1,485.49');
  expect(await inWallet(ann.userId, 'RUB')).toBe(148_549n);
  await page.getByRole('link', { name: 'To the wallet' }).click();
  await expect(page.getByRole('main')).toContainText('1,485.49');
  await closeTopUpMethod(method);
});

test('a payment that is given up at the system waits; nothing is credited, and it can be given up', async ({
  page,
  context,
}) => {
  const method = await openTopUpMethod('simulator');
  const ann = await enterNew(context);
  await chooseWay(page, '1000', method.title);
  await page.getByRole('button', { name: 'Continue to the payment' }).click();
  await expect(heading(page, 'Awaiting the payment')).toBeVisible();
  const { href } = new URL(page.url());
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await page.waitForURL(/\/simulator\/payments\//);
  await page.goto(`${href}?back=1`);
  await expect(page.getByText('We are waiting for the payment system’s word')).toBeVisible();
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('We are waiting for the payment system’s word')).toBeVisible();
  await page.goto(href);
  await page.getByText('Cancel the top-up', { exact: true }).click();
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(heading(page, 'Canceled')).toBeVisible();
  expect(await inWallet(ann.userId, 'RUB')).toBe(0n);
  // Nobody else sees it.
  await context.clearCookies();
  await enterNew(context);
  await page.goto(href);
  await expect(page.getByText(/Canceled|Top-up \d+/)).toHaveCount(0);
  await closeTopUpMethod(method);
});

test('a direct payment from a phone is credited by the operator’s tick, and the page changes by itself', async ({
  page,
  context,
  browser,
}) => {
  const method = await openTopUpMethod('direct');
  const ann = await makeUser({ name: 'Ann Smith' });
  const phones = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await enter(phones, ann);
  const phone = await phones.newPage();
  await chooseWay(phone, '2000', method.title);
  await expectNoSidewaysScroll(phone);
  await phone.getByRole('button', { name: 'Show where to pay' }).click();
  await expect(phone.getByText(/^40817-/)).toBeVisible();
  await expectNoSidewaysScroll(phone);
  await expectAccessible(phone);
  const topUpId = new URL(phone.url()).pathname.split('/').at(-1) ?? '';
  await phone.getByLabel('Who paid').fill('Ann Smith');
  await phone.locator('input[type=file]').setInputFiles(receipt);
  await phone.getByRole('button', { name: 'I have paid' }).click();
  await expect(heading(phone, 'Being checked')).toBeVisible();

  await enterNew(context, { roles: ['operator'], name: 'Otto Operator' });
  await page.goto(`/en/desk/direct?q=${topUpId}`);
  const row = page.getByRole('row').filter({ hasText: topUpId });
  await expect(row).toContainText('Ann Smith');
  await expect(row).toContainText(ann.email);
  const file = await row.getByRole('link', { name: 'Open' }).getAttribute('href');
  expect((await page.request.get(file ?? '')).status()).toBe(200);
  await row.getByRole('link', { name: topUpId }).click();
  await page.waitForURL(/\/desk\/top-ups\//);
  await expect(page.getByRole('main')).toContainText(ann.email);
  await page.goBack();
  await row.getByRole('button', { name: 'Confirm' }).click();
  await dialog(page)
    .getByLabel(/^Received/)
    .fill('1 900');
  await dialog(page).getByRole('button', { name: 'Confirm the payment' }).click();
  await expect(page.getByText('Nothing fits these filters')).toBeVisible();
  await expect(heading(phone, 'Credited')).toBeVisible();
  await expect(phone.getByRole('main')).toContainText('1,881.00 RUB are in your wallet');
  expect(await inWallet(ann.userId, 'RUB')).toBe(188_100n);

  // Neither a stranger nor a guest reads the receipt.
  await context.clearCookies();
  expect((await page.request.get(file ?? '')).status()).toBe(404);
  await enterNew(context);
  expect((await page.request.get(file ?? '')).status()).toBe(404);
  await phones.close();
  await closeTopUpMethod(method);
});

test('a request with a picture stands in the cashiers’ queue, and a refusal is told with its reason', async ({
  page,
  browser,
  context,
}) => {
  const cashier = await makeUser({ roles: ['cashier'], name: 'Carl Cashier' });
  await nameCashier(cashier.userId);
  await enterNew(context, { name: 'Ann Mary Smith' });
  await chooseWay(page, '700', 'With a cashier');
  await expect(page.getByText('Tell the cashier your wallet number and the amount.')).toBeVisible();
  await page.getByLabel(/^How you pay/).selectOption('transfer');
  await page.locator('input[type=file]').setInputFiles(receipt);
  await page.getByLabel(/^Comment/).fill('I come at six.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(heading(page, 'In the cashiers’ queue')).toBeVisible();
  const number = /Top-up (\d+)/.exec((await page.getByRole('main').textContent()) ?? '')?.[1] ?? '';

  const tills = await browser.newContext();
  await enter(tills, cashier);
  const till = await tills.newPage();
  await till.goto('/en/cashier/requests');
  const entry = till
    .getByRole('listitem')
    .filter({ hasText: 'I come at six.' })
    .filter({ hasText: number })
    .first();
  await expect(entry).toContainText('Ann S.');
  await expect(entry).toContainText('700');
  await entry.getByRole('button', { name: /Decline/ }).click();
  await dialog(till).getByRole('textbox').fill('There is no such receipt.');
  await dialog(till)
    .getByRole('button', { name: /Decline/ })
    .click();
  await expect(heading(page, 'Declined')).toBeVisible();
  await expect(page.getByText('There is no such receipt.')).toBeVisible();
  await tills.close();
  await suspendCashier(cashier.userId);
});
