import { expect, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { enter, enterNew, expectAccessible, expectNoSidewaysScroll, makeUser } from '../support/people';
import { fill, inWallet, openWallets } from '../support/wallets';
import {
  closeWithdrawalMethod,
  expectStage,
  lettersAbout,
  openWithdrawalMethod,
  type WithdrawalMethod,
  withdraw,
  withdrawalOf,
  withdrawPath,
} from '../support/withdrawals';

let bySystem: WithdrawalMethod;
let byHand: WithdrawalMethod;

test.beforeAll(async () => {
  await openWallets('RUB');
  bySystem = await openWithdrawalMethod('simulator');
  byHand = await openWithdrawalMethod('hand');
});
test.afterAll(async () => {
  await closeWithdrawalMethod(bySystem);
  await closeWithdrawalMethod(byHand);
  await closeDatabase();
});

const dialog = (page: Page) => page.locator('dialog[open]');

test('all of a wallet goes out by a connected system: fee told first, paid with nobody at the desk', async ({
  page,
  context,
}) => {
  const { userId } = await enterNew(context);
  await fill(userId, 'RUB', 200_000n);
  await page.goto('/en/cabinet/wallet/withdraw');
  await page.getByRole('link', { name: new RegExp(bySystem.title) }).click();
  await page.getByLabel(/^Your account/).fill('anna@example.com');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('24.76');
  await expect(main).toContainText('2,000.00');
  await expectAccessible(page);
  await page.getByLabel('Save these details for next time').check();
  await page.getByRole('button', { name: 'Check and go on' }).click();
  await expect(main).toContainText('sent by itself');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Withdraw 1,975.24 RUB' }).click();
  await page.waitForURL(/\/withdraw\/wdr_/);
  await expectStage(page, 'Paid');
  await expectAccessible(page);
  expect(await inWallet(userId, 'RUB')).toBe(0n);
  expect(await lettersAbout(withdrawalOf(page))).toEqual(['withdrawal_requested', 'withdrawal_paid']);

  // The next time the details are offered, and the list shows what was withdrawn.
  await fill(userId, 'RUB', 50_000n);
  await page.goto(withdrawPath(bySystem));
  await page.getByRole('button', { name: 'anna@example.com' }).click();
  await expect(page.getByLabel(/^Your account/)).toHaveValue('anna@example.com');
  await expect(page.getByRole('row').filter({ hasText: bySystem.title })).toContainText('Paid');
});

test('a method without a system is paid by an operator, and the customer’s phone follows by itself', async ({
  page,
  browser,
}) => {
  const customer = await makeUser({ name: 'Ann Smith' });
  await fill(customer.userId, 'RUB', 100_000n);
  const phones = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await enter(phones, customer);
  const phone = await phones.newPage();
  const id = await withdraw(phone, byHand, '500', 'ann@example.com');
  await expectStage(phone, 'Waiting for an operator');
  await expect(phone.getByRole('button', { name: 'Take it back' })).toBeVisible();
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);

  await enterNew(page.context(), { roles: ['operator'], name: 'Olga Operator' });
  await page.goto(`/en/desk/payouts?view=hand&q=${id}`);
  const row = page.getByRole('row').filter({ hasText: 'Ann Smith' });
  await expect(row).toContainText('To be paid by hand');
  await expect(row).toContainText('ann@example.com');
  await expect(row.getByRole('button', { name: 'Copy: Your account' })).toBeVisible();
  await row.getByRole('button', { name: 'Take to pay' }).click();
  await dialog(page)
    .getByRole('button', { name: /^I am paying 500/ })
    .click();
  await expect(row).toContainText('Being paid by: Olga Operator');
  await expectStage(phone, 'On its way');
  await expect(phone.getByRole('button', { name: 'Take it back' })).toBeHidden();
  await expectAccessible(page);

  await row.getByRole('button', { name: 'Paid', exact: true }).click();
  const sent = dialog(page).getByRole('button', { name: /are sent$/ });
  await sent.click();
  await expect(dialog(page).getByText('Fill this in.')).toBeVisible();
  await dialog(page)
    .getByLabel(/^Reference/)
    .fill('8812-4411');
  await sent.click();
  await expect(page.getByText('Nothing fits')).toBeVisible();
  await expectStage(phone, 'Paid');
  await expect(phone.getByText('8812-4411')).toBeVisible();
  expect(await inWallet(customer.userId, 'RUB')).toBe(49_000n);
  expect(await lettersAbout(id)).toEqual(['withdrawal_requested', 'withdrawal_to_pay', 'withdrawal_paid']);
  await phones.close();
});

test('what the system refuses comes back, with the reason; what was not sent is taken back', async ({
  page,
  context,
}) => {
  const { userId } = await enterNew(context);
  await fill(userId, 'RUB', 100_000n);
  const id = await withdraw(page, bySystem, '300', 'anna0002@example.com');
  await expectStage(page, 'The money is back in your wallet');
  await expect(page.getByText('The payment system did not accept the payout.')).toBeVisible();
  expect(await lettersAbout(id)).toContain('withdrawal_canceled');

  await withdraw(page, byHand, '300', 'anna@example.com');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await dialog(page).getByRole('button', { name: 'Take it back' }).click();
  await expectStage(page, 'The money is back in your wallet');
  await expect(page.getByText('You took it back before it was sent.')).toBeVisible();
  expect(await inWallet(userId, 'RUB')).toBe(100_000n);
});

test('an operator who will not pay says why, and the customer reads it', async ({ page, browser }) => {
  const customer = await makeUser({ name: 'Bob Brown' });
  await fill(customer.userId, 'RUB', 100_000n);
  const others = await browser.newContext();
  await enter(others, customer);
  const his = await others.newPage();
  const id = await withdraw(his, byHand, '400', 'bob@example.com');
  await enterNew(page.context(), { roles: ['operator'], name: 'Olga Operator' });
  await page.goto(`/en/desk/payouts?q=${id}`);
  await page
    .getByRole('row')
    .filter({ hasText: 'Bob Brown' })
    .getByRole('button', { name: 'Refuse' })
    .click();
  await expect(dialog(page).getByText('The customer reads it')).toBeVisible();
  await dialog(page)
    .getByLabel(/^Reason/)
    .fill('The account belongs to another person.');
  await dialog(page)
    .getByRole('button', { name: /^Give 400/ })
    .click();
  await expectStage(his, 'The money is back in your wallet');
  await expect(his.getByText('The account belongs to another person.')).toBeVisible();
  expect(await inWallet(customer.userId, 'RUB')).toBe(100_000n);
  await others.close();
});

test('wrong amounts and details are told beside their fields, and nothing typed is lost', async ({
  page,
  context,
}) => {
  const { userId } = await enterNew(context);
  await fill(userId, 'RUB', 20_000n);
  await page.goto(withdrawPath(byHand));
  const [account, amount] = [page.getByLabel(/^Your account/), page.getByLabel(/^You receive/)];
  const check = page.getByRole('button', { name: 'Check and go on' });
  for (const [typed, words] of [
    ['', 'Fill this in.'],
    ['99.99', 'The minimum here is 100 RUB.'],
    ['100.0001', 'Too many decimals: 2 at most.'],
    ['-100', 'Write an amount in figures'],
  ] as const) {
    await account.fill('anna');
    await amount.fill(typed);
    await check.click();
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(page.getByText('This does not look like an e-mail address.')).toBeVisible();
    await expect(account).toHaveValue('anna');
    await expect(amount).toHaveValue(typed);
  }
  await account.fill('anna@example.com');
  await amount.fill('200');
  await expect(page.getByText('With the fee this is more than is available.')).toBeVisible();
  await check.click();
  await expect(page.getByText('There is not enough in the wallet: 200.00 RUB can be spent.')).toBeVisible();
});

test('two presses, two answers lost and the way back make one withdrawal', async ({ page, context }) => {
  const { userId } = await enterNew(context);
  await fill(userId, 'RUB', 100_000n);
  await page.goto(withdrawPath(byHand));
  await page.getByLabel(/^Your account/).fill('anna@example.com');
  await page.getByLabel(/^You receive/).fill('100');
  await page.getByRole('button', { name: 'Check and go on' }).click();
  const confirm = page.getByRole('button', { name: /^Withdraw / });
  // The first answer is lost on the way: the same button is pressed again.
  await page.route('**/withdraw?**', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort();
  });
  await confirm.click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await page.unroute('**/withdraw?**');
  await confirm.dblclick();
  await page.waitForURL(/\/withdraw\/wdr_/);
  const made = await query('SELECT id FROM withdrawals WHERE user_id = $1', [userId]);
  expect(made).toEqual([{ id: withdrawalOf(page) }]);
  expect(await inWallet(userId, 'RUB')).toBe(89_400n);
});

test('another person’s withdrawal does not exist', async ({ page, context, browser }) => {
  const customer = await makeUser();
  await fill(customer.userId, 'RUB', 50_000n);
  const others = await browser.newContext();
  await enter(others, customer);
  const his = await others.newPage();
  const id = await withdraw(his, byHand, '100', 'bob@example.com');
  await enterNew(context);
  const answer = await page.goto(`/en/cabinet/wallet/withdraw/${id}`);
  expect(answer?.status()).toBe(404);
  expect((await page.request.get(`/api/live/withdrawals/${id}?poll=1`)).status()).toBe(404);
  await context.clearCookies();
  expect((await page.request.get(`/api/live/withdrawals/${id}?poll=1`)).status()).toBe(401);
  await others.close();
});
