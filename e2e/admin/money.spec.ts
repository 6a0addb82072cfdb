import { randomInt, randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { makeMethod, newCode } from '../support/catalog';
import { enterNew } from '../support/people';

test.afterAll(closeDatabase);

test('a changed rate stands in the audit with who, from what and to what', async ({ page, context }) => {
  const { email } = await enterNew(context, { roles: ['admin'] });
  const base = `Q${randomInt(36 ** 4, 36 ** 5)
    .toString(36)
    .toUpperCase()}`;
  await page.goto('/en/admin/assets');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add an asset' }) });
  await form.getByLabel('Code').fill(base);
  await form.getByLabel('Title in English').fill('Story coin');
  await form.getByLabel('Title in Russian').fill('Монета');
  await form.getByRole('button', { name: 'Add an asset' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.goto('/en/admin/rates');
  const add = page.getByRole('button', { name: 'Add a pair' });
  const pair = page.locator('form').filter({ has: add });
  await pair.getByLabel('Base').selectOption(base);
  await pair.getByLabel('Quote').selectOption('USD');
  await pair.getByLabel('Price').fill('12,5');
  await add.click();
  const row = page.getByRole('row', { name: new RegExp(`^${base}/USD`) });
  await row.getByRole('textbox').fill('abc');
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByText('Write a rate above zero')).toBeVisible();
  await expect(row.getByRole('textbox')).toHaveValue('abc');
  await row.getByRole('textbox').fill('13.75');
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').getByText('Saved.')).toBeVisible();

  await page.goto(`/en/admin/audit?subject=${base}%2FUSD`);
  const change = page
    .getByRole('row')
    .filter({ has: page.locator('del') })
    .first();
  await change.locator('summary').click();
  await expect(change.locator('del').first()).toHaveText('12.5');
  await expect(change.locator('ins').first()).toHaveText('13.75');
  await expect(page.getByText(email).or(page.getByText('Anna')).first()).toBeVisible();

  await page.goto('/en/admin/rates');
  await row.getByRole('button', { name: 'Delete' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Delete ${base}/USD` })
    .click();
  await expect(page.getByRole('status').getByText(`The rate ${base}/USD is removed.`)).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('a reserve is changed by one posting, never below zero, and the books show it', async ({
  page,
  context,
}) => {
  await enterNew(context, { roles: ['admin'] });
  const code = newCode();
  await makeMethod(page, code);
  await page.goto('/en/admin/reserves');
  const row = page.getByRole('row', { name: new RegExp(code) });
  const reason = `Story ${randomUUID().slice(0, 8)}`;
  const change = async (amount: string, twice = false) => {
    await row.getByRole('button', { name: 'Adjust' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Change/).fill(amount);
    await dialog.getByLabel('Reason').fill(reason);
    const post = dialog.getByRole('button', { name: 'Post the change' });
    await (twice ? post.dblclick() : post.click());
    return dialog;
  };
  await change('1 500,50', true);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row).toContainText(/1.500\.50/);
  const dialog = await change('-1500.51');
  await expect(dialog.getByText('There is not enough on the account.')).toBeVisible();
  await expect(dialog.getByLabel('Reason')).toHaveValue(reason);
  await dialog.getByLabel(/^Change/).fill('-500.50');
  await dialog.getByRole('button', { name: 'Post the change' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(row).toContainText(/1.000\.00/);
  const posted = await query('SELECT id FROM ledger_transfers WHERE note = $1', [reason]);
  expect(posted).toHaveLength(2);
  await query('UPDATE payment_methods SET enabled = false WHERE code = $1', [code]);
});

test('the books are checked on demand, and the result is told', async ({ page, context }) => {
  await enterNew(context, { roles: ['accountant'] });
  await page.goto('/en/admin/ledger');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('status').getByText('The books have been checked.')).toBeVisible();
  await expect(page.getByText('Everything agrees.')).toBeVisible();
});
