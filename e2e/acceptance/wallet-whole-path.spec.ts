import { randomInt } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { enterNew } from '../support/people';
import { closeBrowsers, expectOperation, typeTopUp } from '../support/tills';
import { expectNeverReloaded, leaveOpen } from './support/guest';
import { drawerOf, fillWriteOff, openEmptyShift, unusedReceipt } from './support/till';

test.afterEach(closeBrowsers);
test.afterAll(closeDatabase);
// Three people and a dozen pages: on a busy machine longer than one page's story may take.
test.slow();

type Person = { page: Page; userId: string; email: string };

/** Somebody in a browser of his own. */
async function newcomer(browser: Browser, name: string, roles: string[] = []): Promise<Person> {
  const context = await browser.newContext();
  const { userId, email } = await enterNew(context, { name, roles });
  return { page: await context.newPage(), userId, email };
}

const topMenu = (page: Page) => page.getByTestId('head-balance');

/** Where somebody may go, by the menu of his name. */
async function menuOf(page: Page): Promise<string[]> {
  await page.goto('/en/cabinet');
  const menu = page.locator('details').filter({ has: page.getByLabel('Account menu') });
  await menu.getByLabel('Account menu').click();
  const links = menu.getByRole('link');
  await expect(links.first()).toBeVisible();
  return links.allInnerTexts();
}

/** Admin → Cashiers → Add cashier: found by the name, limited, saved. */
async function nameCashier(admin: Page, { userId, email }: Person, name: string): Promise<void> {
  await admin.goto('/en/admin/cashiers');
  await admin.getByRole('link', { name: 'Add a cashier' }).click();
  await admin.getByLabel('Name, e-mail or phone').fill(name);
  await admin.getByRole('button', { name: 'Search' }).click();
  await admin.getByRole('link', { name: `Choose ${email}` }).click();
  await expect(admin.getByRole('heading', { level: 1, name })).toBeVisible();
  await admin.locator('[name="operation.RUB"]').fill('50 000');
  await admin.locator('[name="day.RUB"]').fill('200 000');
  await admin.getByLabel('May write off too').check();
  await admin.getByRole('button', { name: 'Save: make a cashier' }).click();
  await expect(admin.getByText(`${name} is a cashier now`)).toBeVisible();
  await expect(admin).toHaveURL(new RegExp(`/admin/cashiers/${userId}`));
}

/** The customer's history, newest first: what each line says. */
async function historyOf(page: Page): Promise<string[]> {
  await page.goto('/en/cabinet/wallet/history');
  const lines = await page.locator('tbody tr').allInnerTexts();
  return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim());
}

test('the whole path: a cashier is named, credits a wallet, and the customer exchanges from it; a write-off and its reversal are seen by both, and the day adds up', async ({
  browser,
}) => {
  const surname = `Tillman${randomInt(1_000_000)}`;
  const receipt = await unusedReceipt('42');
  const cashier = await newcomer(browser, `Zoe ${surname}`);
  const customer = await newcomer(browser, 'Conrad Keyes');
  const admin = await newcomer(browser, 'Anton Admin', ['admin']);

  // Nobody's till before the admin says so; the next page he opens has it.
  expect(await menuOf(cashier.page)).not.toContain('Wallet top-up');
  await nameCashier(admin.page, cashier, `Zoe ${surname}`);
  expect(await menuOf(cashier.page)).toContain('Wallet top-up');
  await cashier.page.getByRole('link', { name: 'Wallet top-up' }).click();
  await expect(cashier.page).toHaveURL(/\/en\/cashier/);

  await customer.page.goto('/en/cabinet/wallet');
  const number = ((await customer.page.getByTestId('number').textContent()) ?? '').trim();
  expect(number).toMatch(/^\d{3} \d{3} \d{4}$/);
  await customer.page.goto('/en/tariffs');
  await expect(topMenu(customer.page)).toHaveText('0.00 RUB');
  await leaveOpen(customer.page);

  await openEmptyShift(cashier.page);
  const holder = { number, maskedName: 'Conrad K.' };
  await typeTopUp(cashier.page, { number, amount: '1500.50', receipt });
  const summary = cashier.page.locator('[data-summary]');
  await expect(summary).toContainText(
    'Credit 1,500.50 RUB (one thousand five hundred RUB 50/100) to Conrad K.',
  );
  await expect(summary).toContainText(`receipt ${receipt}`);
  await expect(topMenu(customer.page)).toHaveText('0.00 RUB');
  await cashier.page.getByRole('button', { name: 'Credit 1,500.50 RUB' }).click();
  await expectOperation(cashier.page, 'Credited');

  // The page that stands open tells it by itself.
  await expect(topMenu(customer.page)).toHaveText('1,500.50 RUB', { timeout: 2_000 });
  await expectNeverReloaded(customer.page);
  await expectPrintedReceipt(cashier.page);
  await expectLetter(admin.page, customer.email, 'wallet_topped_up', ['1,500.50 RUB', receipt]);

  await exchangeFromWallet(customer.page);
  await expect(topMenu(customer.page)).toHaveText('1,000.50 RUB');

  await fillWriteOff(cashier.page, { ...holder, amount: '300.50', comment: 'Courier' });
  await cashier.page.getByRole('button', { name: 'Write off 300.50 RUB' }).click();
  await expectOperation(cashier.page, 'Written off');
  await expect(topMenu(customer.page)).toHaveText('700.00 RUB');
  await cashier.page.getByRole('button', { name: 'Take back' }).click();
  const dialog = cashier.page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('The courier was free.');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expectOperation(cashier.page, 'Taken back');
  await expect(cashier.page.getByText('The courier was free.').first()).toBeVisible();
  await expect(topMenu(customer.page)).toHaveText('1,000.50 RUB');

  const history = await historyOf(customer.page);
  expect(history).toHaveLength(5);
  const told = [
    ['Reversal', '+300.50 RUB', '1,000.50'],
    ['Write-off', '−300.50 RUB', '700.00'],
    ['Exchange, received', 'USD'],
    ['Exchange, given', '−500.00 RUB', '1,000.50'],
    ['Top-up', '+1,500.50 RUB', `receipt ${receipt}`],
  ];
  for (const words of told)
    expect(
      history.some((line) => words.every((word) => line.includes(word))),
      words.join(),
    ).toBe(true);

  await expectDay(cashier);
  const [books] = await query<{ units: bigint }>(
    `SELECT sum(amount_units)::bigint AS units FROM wallet_records WHERE user_id = $1 AND asset_code = 'RUB'`,
    [customer.userId],
  );
  expect(books?.units).toBe(100_050n);
});

async function expectPrintedReceipt(page: Page): Promise<void> {
  for (const name of ['Print, 80 mm', 'Print, A4']) {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    const answer = await page.request.get(href ?? '');
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }
}

/** The letter stands in the office's mailbox as sent, and says it. */
async function expectLetter(admin: Page, email: string, code: string, words: string[]): Promise<void> {
  const stateOf = async () =>
    (
      await query<{ state: string }>('SELECT state::text FROM letters WHERE to_address = $1 AND code = $2', [
        email,
        code,
      ])
    ).map(({ state }) => state);
  await expect.poll(stateOf).toEqual(['sent']);
  await admin.goto(`/en/admin/letters?to=${email}&code=${code}`);
  await admin.locator('tbody tr').first().getByRole('link').first().click();
  const body = admin.frameLocator('iframe').locator('body');
  for (const text of words) await expect(body).toContainText(text);
}

/** 500 roubles of the wallet for dollars in it, in one press on the order form. */
async function exchangeFromWallet(page: Page): Promise<void> {
  await page.goto('/en/exchange/WALLETRUB-WALLETUSD?give=500');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('checkbox', { name: /rules of exchange/ }).check();
  await page.getByRole('button', { name: 'Pay 500.00 RUB from the wallet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Completed' })).toBeVisible();
}

/** The cashier's own day: both sides of what was taken back, the totals, and the drawer as the ledger has it. */
async function expectDay({ page, userId }: Person): Promise<void> {
  await page.goto('/en/cashier/day');
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: /^Top-up \d+$/ }).first()).toBeVisible();
  await expect(main.getByText(/^Reversal of \d+/).first()).toBeVisible();
  await expect(main).toContainText('came in');
  await expect(main).toContainText('1,500.50 RUB');
  expect(await drawerOf(userId)).toBe(150_050n);
  const [day] = await query<{ credited: bigint }>(
    `SELECT sum(CASE kind WHEN 'top_up' THEN amount_units ELSE -amount_units END)::bigint AS credited
       FROM till_operations WHERE cashier_id = $1 AND status = 'done'`,
    [userId],
  );
  expect(day?.credited).toBe(150_050n);
}
