import { expect, type Page, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { createOrder } from '@/lib/exchange/create-order';
import { customerDetails, newQuotePath } from '../support/orders';
import {
  enter,
  enterNew,
  expectAccessible,
  expectNoSidewaysScroll,
  makeUser,
  signInByForm,
  testPassword,
  tokenOf,
} from '../support/people';

test.afterAll(closeDatabase);

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('ending all other sessions signs the other browser out at once', async ({ page, context, browser }) => {
  const person = await enterNew(context);
  const elsewhere = await browser.newContext();
  await enter(elsewhere, person);
  const other = await elsewhere.newPage();
  await other.goto('/en/cabinet');
  await expect(heading(other)).toHaveText('Good to see you, Anna');

  await page.goto('/en/cabinet/security');
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
  await expect(page.getByText('You are signed in nowhere else.')).toBeVisible();
  await other.goto('/en/cabinet/orders');
  await expect(other).toHaveURL(/\/en\/sign-in\?next=/);
  await elsewhere.close();
});

test('a changed password signs all others out and the old one is refused', async ({ page, context }) => {
  const { email } = await enterNew(context);
  const fresh = 'three quiet lanterns';
  await page.goto('/en/cabinet/security');
  const fill = async (present: string) => {
    await page.getByLabel('Present password').fill(present);
    await page.getByLabel('New password').fill(fresh);
    await page.getByLabel('The same once more').fill(fresh);
    await page.getByRole('button', { name: 'Change the password' }).click();
  };
  await fill('something else');
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await fill(testPassword);
  await expect(page.getByText('The password is changed.')).toBeVisible();
  await expect(page.getByLabel('New password')).toHaveValue('');

  await context.clearCookies();
  await signInByForm(page, email, testPassword);
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await signInByForm(page, email, fresh);
  await expect(page).toHaveURL(/\/en\/cabinet$/);
});

test('a profile keeps what is right and says what is wrong beside its field', async ({ page, context }) => {
  await enterNew(context);
  await page.goto('/en/cabinet/profile');
  await page.getByLabel('Name').fill('Вера Ильина');
  await page.getByLabel('Phone').fill('12');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Name')).toHaveValue('Вера Ильина');
  await page.getByLabel('Phone').fill('+7 912 345-67-89');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The profile is saved.')).toBeVisible();
  await page.getByLabel('Name').fill('Вера');
  await expect(page.getByText('The profile is saved.')).toBeHidden();
  await page.reload();
  await expect(page.getByLabel('Name')).toHaveValue('Вера Ильина');
});

test('saved details fill the next order and can be deleted', async ({ page, context }) => {
  await enterNew(context);
  await page.goto('/en/cabinet/requisites');
  await page.getByLabel('Payment method').selectOption('BTC');
  await page.getByRole('button', { name: 'Add details' }).click();
  await page.getByLabel('Bitcoin address').fill('bc1wrong');
  await page.getByLabel('Name for yourself').fill('My purse');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is not a valid')).toBeVisible();
  await expect(page.getByLabel('Name for yourself')).toHaveValue('My purse');
  await page.getByLabel('Bitcoin address').fill(customerDetails.address);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The details are saved.')).toBeVisible();

  const { path } = await newQuotePath();
  await page.goto(`/en${path}`);
  await page.getByRole('button', { name: 'My purse' }).click();
  await expect(page.getByLabel('Bitcoin address')).toHaveValue(customerDetails.address);

  await page.goto('/en/cabinet/requisites');
  await page.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The details are deleted.')).toBeVisible();
  await expect(page.getByText('No details are saved yet')).toBeVisible();
});

test('orders made as a guest join the account once its e-mail is confirmed, each one click from its repetition', async ({
  page,
  context,
}) => {
  const { email } = await makeUser({ confirmed: false });
  const { quoteId } = await newQuotePath();
  const { orderId } = await createOrder({
    quoteId,
    idempotencyKey: `form:${quoteId}`,
    email,
    requisites: { 'give.holder': customerDetails.holder, 'get.address': customerDetails.address },
    locale: 'en',
    actor: { kind: 'guest', ip: '198.51.100.77' },
  });
  await enter(context, { email });
  await page.goto('/en/cabinet');
  await expect(page.getByText('Your orders will be here')).toBeVisible();
  await page.getByRole('button', { name: 'Send the letter again' }).click();
  await expect(page.getByText('The letter is on its way.')).toBeVisible();
  await page.goto(`/en/confirm-email?token=${await tokenOf(email, 'confirm_email')}`);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText(orderId)).toBeVisible();
  await expect(page.getByRole('link', { name: /^5,000.00 RUB → Bitcoin/ })).toBeVisible();
  await page.getByRole('button', { name: `Repeat order ${orderId}` }).click();
  await expect(page).toHaveURL(/\/exchange\/SBERRUB-BTC\/order\?quote=quo_\w+$/);
  await expect(page.getByLabel('Bitcoin address')).toHaveValue(customerDetails.address);
  await expect(page.getByText('5,000.00 RUB').first()).toBeVisible();
});

test('another’s order is on nobody else’s list', async ({ page, context }) => {
  await enterNew(context);
  await page.goto('/en/cabinet/orders');
  await expect(page.getByText('Your orders will be here')).toBeVisible();
});

for (const path of ['', '/orders', '/requisites', '/profile', '/security']) {
  test(`the cabinet${path} fits a phone and meets no barrier for readers`, async ({ page, context }) => {
    await enter(context, { email: 'customer@kantor.test', password: 'kantor-demo' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/ru/cabinet${path}`);
    await expect(heading(page)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
