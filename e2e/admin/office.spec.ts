import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { newEmail } from '../support/orders';
import {
  demoPassword,
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

test('a letter is read as its reader saw it and found by his address', async ({ page, context }) => {
  await enterNew(context, { roles: ['support'] });
  const email = newEmail();
  await page.request.get('/en/sign-up');
  await page.context().clearCookies();
  await page.goto('/en/sign-up');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(testPassword);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByText('Open the letter we sent you')).toBeVisible();

  await enterNew(context, { roles: ['admin'] });
  await page.goto(`/en/admin/letters?to=${encodeURIComponent(email)}`);
  await page.getByRole('main').getByRole('link', { name: 'Confirm the e-mail' }).click();
  const letter = page.frameLocator('iframe');
  await expect(letter.getByRole('link').first()).toBeVisible();
  await expect(page.getByText(email).first()).toBeVisible();
});

test('a person invited gets a letter, sets a password and works with the roles given', async ({
  page,
  context,
}) => {
  await enterNew(context, { roles: ['admin'] });
  const email = newEmail();
  await page.goto('/en/admin/staff/invite');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('checkbox', { name: /^Operator/ }).check();
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(email);

  await context.clearCookies();
  await page.goto(`/en/set-password?token=${await tokenOf(email, 'set_password')}`);
  await page.getByLabel('New password').fill(testPassword);
  await page.getByLabel('The same once more').fill(testPassword);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page).toHaveURL(/\/en\/sign-in/);
  await signInByForm(page, email, testPassword);
  await expect(page).toHaveURL(/\/en\/desk/);
});

test('an admin gives and takes roles, but never those of an owner', async ({ page, context }) => {
  await enterNew(context, { roles: ['admin'] });
  const { userId } = await makeUser();
  await page.goto(`/en/admin/staff/${userId}`);
  await expect(page.getByRole('checkbox', { name: /^Owner/ })).toBeDisabled();
  // That role follows the list of cashiers.
  await expect(page.getByRole('checkbox', { name: /^Cashier/ })).toBeDisabled();
  await expect(page.getByRole('link', { name: 'Given and taken in Cashiers' })).toBeVisible();
  await page.getByRole('checkbox', { name: /^Support/ }).check();
  await page.getByRole('button', { name: 'Save the roles' }).click();
  await expect(page.getByText('The roles are saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: /^Support/ })).toBeChecked();
});

test('wrong settings are told beside their fields, and nothing is saved or lost', async ({
  page,
  context,
}) => {
  await enterNew(context, { roles: ['admin'] });
  await page.goto('/en/admin/settings');
  const zone = await page.getByLabel('Time zone').inputValue();
  await page.getByLabel('From').fill('9 o’clock');
  await page.getByLabel('Time zone').fill('Mars/Base');
  for (const box of await page.getByRole('group', { name: 'Days' }).getByRole('checkbox').all())
    await box.uncheck();
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByLabel('From')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('There is no such time zone.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Days' }).getByText('Fill this in.')).toBeVisible();
  await expect(page.getByLabel('From')).toHaveValue('9 o’clock');
  await page.reload();
  await expect(page.getByLabel('Time zone')).toHaveValue(zone);
});

const pages = [
  '',
  '/assets',
  '/methods',
  '/methods/SBERRUB',
  '/methods/new',
  '/directions',
  '/directions/SBERRUB-BTC',
  '/rates',
  '/reserves',
  '/wallet',
  '/cashiers',
  '/cashiers/new?q=kantor.test',
  '/letters',
  '/ledger',
  '/staff',
  '/staff/invite',
  '/audit',
  '/settings',
];

for (const path of pages) {
  test(`/admin${path} fits a phone and meets no barrier for readers`, async ({ page, context }) => {
    await enter(context, { email: 'admin@kantor.test', password: demoPassword });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/ru/admin${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
