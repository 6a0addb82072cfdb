import { expect, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { makeMethod, newCode } from '../support/catalog';
import { enterNew } from '../support/people';

test.afterAll(closeDatabase);
test.beforeEach(async ({ context }) => {
  await enterNew(context, { roles: ['admin'] });
});

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const said = (page: Page, text: string) => expect(page.getByRole('status').getByText(text)).toBeVisible();

test('a method and a direction made in the admin area are exchanged on the storefront, until switched off', async ({
  page,
}) => {
  const code = newCode();
  await makeMethod(page, code);
  await expect(page.getByText('The method is made. Add the details to pay to.')).toBeVisible();
  await page.getByLabel('Name among staff').fill('Main account');
  const line = page.getByRole('group', { name: 'Line 1' });
  await line.getByLabel('Title in English').fill('Account');
  await page.getByRole('button', { name: 'Save the set' }).click();
  await expect(line.getByLabel('Title in Russian')).toHaveAttribute('aria-invalid', 'true');
  await expect(line.getByLabel('Title in English')).not.toHaveAttribute('aria-invalid', 'true');
  await line.getByLabel('Title in Russian').fill('Счет');
  await line.getByLabel('Value').fill('40817810099910004312');
  await page.getByRole('button', { name: 'Save the set' }).click();
  await said(page, 'Saved. The next orders get it.');
  await expect(page.getByText('Main account')).toBeVisible();
  await expect(page.getByLabel('Name among staff').filter({ visible: true })).toHaveCount(0);

  await page.goto('/en/admin/directions/new');
  await page.getByLabel('Customer gives').selectOption(code);
  await page.getByLabel('Customer gets').selectOption('BTC');
  await page.getByLabel('Fixed', { exact: true }).check();
  await page.getByLabel('So much is given').fill('5000000');
  await page.getByLabel('for so much').fill('1');
  await page.getByLabel('Least given').fill('9000');
  await page.getByLabel('Most given').fill('800');
  await page.getByLabel('Open', { exact: true }).check();
  await page.getByRole('button', { name: 'Save the direction' }).click();
  await expect(page.getByText('The upper limit is below the lower one.').first()).toBeVisible();
  await expect(page.getByLabel('So much is given')).toHaveValue('5000000');
  await page.getByLabel('Most given').fill('80000');
  await page.getByRole('button', { name: 'Save the direction' }).click();
  await expect(page).toHaveURL(new RegExp(`/en/admin/directions/${code}-BTC`));

  const shop = `/en/exchange/${code}-BTC?give=10000`;
  await page.goto(shop);
  await expect(page.getByText(`Bank ${code}`).first()).toBeVisible();
  await expect(page.getByText('1 BTC = 5,000,000 RUB').first()).toBeVisible();

  await page.goto(`/en/admin/directions?q=${code}`);
  await page.getByRole('button', { name: `Close ${code}-BTC` }).click();
  await said(page, `${code}-BTC is closed.`);
  const open = await page.request.get('/api/v1/directions').then((answer) => answer.text());
  expect(open).not.toContain(code);
  await page.getByRole('button', { name: `Open ${code}-BTC` }).click();
  await said(page, `${code}-BTC is open.`);
  await query('UPDATE payment_methods SET enabled = false WHERE code = $1', [code]);
});

test('a wrong field of a method is told in its own line, also when a line before it is taken away', async ({
  page,
}) => {
  await makeMethod(page, newCode());
  const field = (number: number) => page.getByRole('group', { name: `Field ${number}`, exact: true });
  for (const number of [1, 2]) {
    await page.getByRole('button', { name: 'Add a field' }).click();
    await field(number).getByLabel('Name in the system').fill(`line_${number}`);
    await field(number).getByLabel('Title in English').fill('Purse');
    await field(number).getByLabel('Title in Russian').fill('Кошелек');
  }
  await field(2).getByLabel('Check').selectOption('purse');
  await field(2).getByLabel('Pattern').fill('((a+)+');
  await page.getByRole('button', { name: 'Save the method' }).click();
  await expect(field(2).getByLabel('Pattern')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(1).locator('[aria-invalid]')).toHaveCount(0);
  await field(1)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(field(1).getByLabel('Pattern')).toHaveAttribute('aria-invalid', 'true');
  await field(1).getByLabel('Pattern').fill('Z\\d{12}');
  await page.getByRole('button', { name: 'Save the method' }).click();
  await expect(page.getByText('Saved. New orders are made by these settings.')).toBeVisible();
  await page.reload();
  await page.getByText('What the customer is asked').click();
  await expect(field(1).getByLabel('Pattern')).toHaveValue('Z\\d{12}');
});

test('a code that is taken is refused beside its field and nothing typed is lost', async ({ page }) => {
  await page.goto('/en/admin/methods/new');
  await page.getByLabel('Monitor code').fill('SBERRUB');
  await page.getByLabel('Title in English').first().fill('Another');
  await page.getByLabel('Title in Russian').first().fill('Другой');
  await page.getByRole('button', { name: 'Save the method' }).click();
  await expect(page.getByText('This code is already taken.').first()).toBeVisible();
  await expect(page.getByLabel('Title in English').first()).toHaveValue('Another');
});

test('a picture is taken by what it is, not by its name', async ({ page }) => {
  await makeMethod(page, newCode());
  const put = async (name: string, buffer: Buffer) => {
    await page.getByLabel('Picture').setInputFiles({ name, mimeType: 'image/png', buffer });
    await page.getByRole('button', { name: 'Put the picture in' }).click();
  };
  await put('logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'));
  await expect(page.getByText('Only PNG, JPEG and WebP pictures are accepted.')).toBeVisible();
  await put('logo.svg', png);
  await said(page, 'The picture is saved.');
  await expect(page.getByRole('main').locator('img[src^="/api/logos/"]')).toBeVisible();
  await page.getByRole('button', { name: 'Take the picture away' }).click();
  await said(page, 'The picture is taken away.');
});
