import { expect, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { makeMethod, newCode } from '../support/catalog';
import { enterNew, expectAccessible, expectNoSidewaysScroll } from '../support/people';

test.afterAll(closeDatabase);
test.beforeEach(async ({ context }) => {
  await enterNew(context, { roles: ['admin'] });
});

const secret = 'not-to-be-seen-again-7c1f';

/** Connects the simulator under that name; it stands on the connection's page afterwards. */
async function connectSimulator(page: Page, label: string): Promise<void> {
  await page.goto('/en/admin/systems');
  await page.getByRole('link', { name: 'Connect Simulator' }).click();
  await page.getByLabel('Name among staff').fill(label);
  await page.getByLabel(/^Secret/).fill(secret);
  await page.getByRole('button', { name: 'Save the connection' }).click();
  await expect(page.getByText('Connected. Test it, then choose it in a payment method.')).toBeVisible();
}

const saveMethod = async (page: Page) => {
  await page.getByRole('button', { name: 'Save the method' }).click();
};

test('an admin connects the simulator, tests it, gives it methods, and a direction becomes automatic', async ({
  page,
}) => {
  const [from, to] = [newCode(), newCode()];
  const label = `Simulator ${from}`;
  await connectSimulator(page, label);
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.getByText('The system answered: the settings work.')).toBeVisible();

  await makeMethod(page, to);
  await makeMethod(page, from);
  await expect(page.getByLabel('Only from the account that the customer named')).toBeHidden();
  await page.getByLabel('Paid by').selectOption({ label });
  await expect(page.getByLabel('Only from the account that the customer named')).toBeVisible();
  await saveMethod(page);
  await expect(page.getByText('Saved. New orders are made by these settings.')).toBeVisible();

  await page.goto('/en/admin/directions/new');
  await page.getByLabel('Customer gives').selectOption(from);
  await page.getByLabel('Customer gets').selectOption(to);
  await page.getByLabel('Fixed', { exact: true }).check();
  await page.getByLabel('So much is given').fill('1');
  await page.getByLabel('for so much').fill('1');
  await page.getByLabel('Open', { exact: true }).check();
  await page.getByLabel('Type').selectOption('automatic');
  await page.getByRole('button', { name: 'Save the direction' }).click();
  await expect(
    page.getByText('These payment systems cannot do this type. Possible: By operator, Semi-automatic.'),
  ).toBeVisible();
  await page.getByLabel('Type').selectOption('semi_automatic');
  await page.getByRole('button', { name: 'Save the direction' }).click();
  await expect(page).toHaveURL(new RegExp(`/en/admin/directions/${from}-${to}`));
  await expect(page.getByText(`Not automatic: ${to} is paid out by hand.`, { exact: false })).toBeVisible();
  await expect(page.locator('option[value=automatic]')).toBeDisabled();

  await page.goto(`/en/admin/methods/${to}`);
  await page.getByText('The office pays out').click();
  await page.getByLabel('Paid out by').selectOption({ label });
  await page.getByLabel('Most at once').fill('50000');
  await page.locator('input[name=payoutDay]').fill('10');
  await saveMethod(page);
  await expect(page.getByText('The upper limit is below the lower one.')).toBeVisible();
  await page.locator('input[name=payoutDay]').fill('500000');
  await saveMethod(page);
  await expect(page.getByText(`${label} must be told where to pay.`, { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Add a field' }).click();
  const field = page.getByRole('group', { name: 'Field 1' });
  await field.getByLabel('Name in the system').fill('account');
  await field.getByLabel('Title in English').fill('Account');
  await field.getByLabel('Title in Russian').fill('Счет');
  await saveMethod(page);
  await expect(page.getByText('Saved. New orders are made by these settings.')).toBeVisible();

  await page.goto(`/en/admin/directions/${from}-${to}`);
  await page.getByLabel('Type').selectOption('automatic');
  await page.getByRole('button', { name: 'Save the direction' }).click();
  await expect(
    page.getByText('Saved. New quotes follow it at once; orders keep what they have.'),
  ).toBeVisible();

  await page.goto(`/en/admin/methods/${to}`);
  await page.getByText('The office pays out').click();
  await page.getByLabel('Paid out by').selectOption('');
  await saveMethod(page);
  await expect(
    page.getByText(`These open directions could not be exchanged any more: ${from}-${to}.`),
  ).toBeVisible();

  await page.goto('/en/admin/systems');
  await page.getByRole('link', { name: label }).click();
  await expect(page.getByText(`/api/callbacks/simulator/${from}`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Address for ${from}` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toHaveCount(0);
  await query('UPDATE payment_methods SET enabled = false WHERE code = ANY($1)', [[from, to]]);
});

test('what is wrong stands beside its field, nothing typed is lost, and a secret never comes back', async ({
  page,
}) => {
  await page.goto('/en/admin/systems/new?system=simulator');
  await page.getByLabel('Name among staff').fill('Wrong at first');
  await page.getByRole('button', { name: 'Save the connection' }).click();
  await expect(page.getByLabel(/^Secret/)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Name among staff')).toHaveValue('Wrong at first');
  await expectAccessible(page);
  await page.getByLabel(/^Secret/).fill(secret);
  await page.getByRole('button', { name: 'Save the connection' }).click();
  await expect(page.getByText('Connected. Test it, then choose it in a payment method.')).toBeVisible();
  await expect(page.getByLabel(/^Secret/)).toHaveValue('');
  await expect(page.getByLabel(/^Secret/)).toHaveAttribute('placeholder', 'Kept. Type to replace');
  expect(await page.content()).not.toContain(secret);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByLabel(/^Secret/).fill('another-secret-value');
  await page.getByRole('button', { name: 'Save the connection' }).click();
  await expect(page.getByText('Saved. Test it now; its methods are open again.')).toBeVisible();
  await expect(page.getByLabel(/^Secret/)).toHaveValue('');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the connection' }).click();
  await expect(page).toHaveURL(/\/en\/admin\/systems$/);
  await expect(page.getByText('Wrong at first')).toHaveCount(0);
});

test('without JavaScript too: what was typed comes back, secrets do not', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await enterNew(context, { roles: ['admin'] });
  const page = await context.newPage();
  await page.goto('/en/admin/systems/new?system=simulator');
  await page.getByLabel('Name among staff').fill('');
  await page.getByLabel('Shop').fill('by-hand');
  await page.getByLabel(/^Secret/).fill(secret);
  await page.getByRole('button', { name: 'Save the connection' }).click();
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await expect(page.getByLabel('Shop')).toHaveValue('by-hand');
  expect(await page.content()).not.toContain(secret);
  await page.getByLabel('Name among staff').fill('Without script');
  await page.getByLabel(/^Secret/).fill(secret);
  await page.getByRole('button', { name: 'Save the connection' }).click();
  await expect(page.getByText('Connected. Test it, then choose it in a payment method.')).toBeVisible();
  await query(`DELETE FROM system_connections WHERE label = 'Without script'`);
  await context.close();
});

test('a ready-made method is filled in, and is made once it has a code', async ({ page }) => {
  const code = newCode();
  await page.goto('/en/admin/methods/new');
  await page.getByRole('link', { name: 'MoneyMail' }).click();
  await expect(page.getByLabel('Title in Russian').first()).toHaveValue('MoneyMail');
  await page.getByLabel('Monitor code').fill(code);
  await saveMethod(page);
  await expect(page).toHaveURL(new RegExp(`/en/admin/methods/${code}`));
  await expect(page.getByLabel('The number of the payment must be given')).toBeChecked();
});
