import { expect, type Locator, type Page } from '@playwright/test';
import { customerDetails, newEmail, orderOf } from '../../support/orders';

/** What a guest saw before he agreed: everything later must say the same. */
export type Bargain = { email: string; orderId: string; url: string; give: string; get: string };

/** Roubles that no default of a page has, so that an amount on the screen is ours. */
export const roubles = '6400.00';

const formOf = (page: Page, name: string): Locator => page.getByRole('textbox', { name });

/** Sberbank to Bitcoin from the front page with a mouse, up to the page of the unpaid order, which stays open. */
export async function makeOrderFromFrontPage(page: Page): Promise<Bargain> {
  await page.goto('/');
  await expect(page).toHaveURL(/\/en$/);
  await expect(page.getByRole('button', { name: 'Recalculate' })).toHaveCount(0);
  for (const [side, typed] of [
    ['give', 'Sberbank'],
    ['get', 'Bitcoin'],
  ] as const) {
    await page.locator(`[data-pick=${side}]`).click();
    await page.getByRole('combobox').fill(typed);
    await page.getByRole('option', { name: typed }).click();
    await expect(page.locator(`[data-pick=${side}]`)).toContainText(typed);
  }
  await formOf(page, 'Amount you give').fill('6400');
  const got = formOf(page, 'Amount you get');
  await expect(page.getByText('You give 6,400.00 RUB, you get')).toBeAttached();
  const get = await got.inputValue();
  await page.getByRole('button', { name: 'Continue' }).click();

  const email = newEmail();
  await page.getByLabel('Payer’s full name').fill(customerDetails.holder);
  await page.getByLabel('Bitcoin address').fill(customerDetails.address);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Create the order' }).click();
  await expectStatus(page, 'Pending processing');
  await expect(page.getByText(`${get} BTC`).first()).toBeVisible();
  await expect(page.getByText('6,400.00 RUB').first()).toBeVisible();
  const { orderId } = orderOf(page.url());
  return { email, orderId, url: page.url(), give: roubles, get };
}

/** "I have paid", with a name and a number. */
export async function claimPayment(page: Page): Promise<void> {
  await page.getByLabel('Who paid').fill('Anna K.');
  await page.getByLabel('Number of the payment').fill('SB-20611');
  await page.getByRole('button', { name: 'I have paid' }).click();
  await expectStatus(page, 'Funds received, pending disbursement');
}

/** From here on the page must never be loaded anew: what is in it would be gone. */
export async function leaveOpen(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { leftOpen: true });
  });
}

/** The open page has come to this status by itself. */
export async function expectStatus(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

export async function expectNeverReloaded(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'leftOpen' in window)).toBe(true);
}
