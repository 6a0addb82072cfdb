import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { newEmail } from '../support/orders';
import {
  demoPassword,
  expectAccessible,
  makeUser,
  signInByForm,
  testPassword,
  tokenOf,
} from '../support/people';

test.afterAll(closeDatabase);

const password = 'a boat of blue paper';

test('an account opens by the link of its letter, once, and greets its owner', async ({ page }) => {
  const email = newEmail();
  await page.goto('/en/sign-up');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Name').fill('Vera');
  await page.getByLabel(/^Password/).fill('short');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByText('Too short: at least')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Vera');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByText('Open the letter we sent you')).toBeVisible();

  const link = `/en/confirm-email?token=${await tokenOf(email, 'confirm_email')}`;
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(page.getByText('Your e-mail is confirmed.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Good to see you, Vera');

  await page.goto(link);
  await expect(page.getByText('This link does not work any more')).toBeVisible();
});

test('a wrong password and an unknown e-mail are refused in the same words', async ({ page }) => {
  const { email } = await makeUser();
  const refusal = page.getByRole('alert').filter({ hasText: /\S/ });
  const words: (string | null)[] = [];
  for (const asked of [email, newEmail()]) {
    await signInByForm(page, asked, 'not the password');
    await expect(refusal).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(asked);
    words.push(await refusal.textContent());
  }
  expect(words[0]).toBe(words[1]);
});

test('a forgotten password is replaced by the link of the letter, and the old one is worth nothing', async ({
  page,
}) => {
  const { email } = await makeUser();
  await page.goto('/en/forgot-password');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();

  await page.goto(`/en/reset-password?token=${await tokenOf(email, 'reset_password')}`);
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same once more').fill(`${password}s`);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('The two passwords differ.')).toBeVisible();
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same once more').fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('The password is set. Sign in with it.')).toBeVisible();

  await signInByForm(page, email, testPassword);
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await signInByForm(page, email, password);
  await expect(page).toHaveURL(/\/en\/cabinet$/);
});

test('a page that wants somebody signed in asks, and is there afterwards', async ({ page }) => {
  const { email } = await makeUser();
  await page.goto('/en/cabinet/profile');
  await expect(page.getByText('Sign in to open that page.')).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(testPassword);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Profile');
});

test('one signs in by keyboard alone', async ({ page }) => {
  const { email } = await makeUser();
  await page.goto('/en/sign-in');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(testPassword);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/cabinet$/);
});

test('the language is switched without leaving the page', async ({ page }) => {
  await page.goto('/en/sign-in?next=%2Fen%2Fcabinet');
  await page.getByRole('link', { name: 'Русский' }).first().click();
  await expect(page).toHaveURL(/\/ru\/sign-in\?next=%2Fen%2Fcabinet$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Вход');
});

test('the demo’s customer signs in with the password of the demo', async ({ page }) => {
  await signInByForm(page, 'customer@kantor.test', demoPassword);
  await expect(page).toHaveURL(/\/en\/cabinet$/);
});

for (const path of ['sign-in', 'sign-up', 'forgot-password', 'reset-password?token=none']) {
  test(`readers and keyboards meet no barrier at ${path}`, async ({ page }) => {
    await page.goto(`/ru/${path}`);
    await expectAccessible(page);
  });
}
