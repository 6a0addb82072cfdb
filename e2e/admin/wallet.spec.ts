import { randomInt } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import {
  demoPassword,
  enter,
  enterNew,
  expectAccessible,
  expectNoSidewaysScroll,
  makeUser,
} from '../support/people';

test.afterAll(closeDatabase);

test('limits of an asset that contradict each other are told beside the field; saved ones are read again with who changed them', async ({
  page,
  context,
}) => {
  await enterNew(context, { roles: ['admin'], name: 'Wanda Admin' });
  await page.goto('/en/admin/wallet');
  await expect(page.getByLabel('Wallets are on')).toBeChecked();
  const usdt = page.locator('form').filter({ has: page.locator('input[name=assetCode][value=USDT]') });
  await usdt.locator('summary').click();
  await usdt.locator('[name=transferMin]').fill('5');
  await usdt.locator('[name=transferMax]').fill('4');
  await usdt.getByRole('button', { name: 'Save USDT' }).click();
  await expect(usdt.getByText('The upper limit is below the lower one.')).toBeVisible();
  await expect(usdt.locator('[name=transferMax]')).toHaveValue('4');
  const most = String(randomInt(1_000, 100_000));
  await usdt.locator('[name=transferMin]').fill('1');
  await usdt.locator('[name=transferMax]').fill(most);
  await usdt.getByRole('button', { name: 'Save USDT' }).click();
  await expect(usdt.getByText('USDT is saved.')).toBeVisible();
  await page.reload();
  await usdt.locator('summary').click();
  await expect(usdt.locator('[name=transferMax]')).toHaveValue(most);
  await expect(usdt.getByText('Changed last by Wanda Admin')).toBeVisible();
});

test('a cashier is found by his phone; suspended he has no till with his next click, let back he has it again', async ({
  page,
  context,
  browser,
}) => {
  await enterNew(context, { roles: ['admin'] });
  const phone = `+79${randomInt(100_000_000, 1_000_000_000)}`;
  const { userId, email } = await makeUser({ name: 'Phil Phone' });
  await query('UPDATE users SET phone = $2 WHERE id = $1', [userId, phone]);
  const his = await (await browser.newContext()).newPage();
  await enter(his.context(), { email });
  const expectAtTill = async (heading: string) => {
    await his.goto('/en/cashier');
    await expect(his.getByRole('heading', { level: 1 })).toHaveText(heading);
  };
  await expectAtTill('There is no such page');

  await page.goto('/en/admin/cashiers/new');
  await page.getByLabel('Name, e-mail or phone').fill(`8 ${phone.slice(2, 5)} ${phone.slice(5)}`);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: `Choose ${email}` }).click();
  await page.getByRole('checkbox', { name: 'RUB' }).uncheck();
  await page.getByRole('checkbox', { name: 'USD', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'USDT' }).uncheck();
  await page.getByRole('button', { name: 'Save: make a cashier' }).click();
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'USD', exact: true }).check();
  await page.getByRole('button', { name: 'Save: make a cashier' }).click();
  await expect(page.getByText('Phil Phone is a cashier now')).toBeVisible();
  await expectAtTill('Top up a wallet');

  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('Suspended', { exact: true })).toBeVisible();
  await expectAtTill('Till');
  await expect(his.getByText('This account does not work at the till now')).toBeVisible();
  await page.getByRole('button', { name: 'Let back to work' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let back to work' }).click();
  await expect(page.getByText('Works', { exact: true })).toBeVisible();
  await expectAtTill('Top up a wallet');
  await his.context().close();
});

test('the page of the demo’s cashier fits a phone and meets no barrier for readers', async ({
  page,
  context,
}) => {
  await enter(context, { email: 'admin@kantor.test', password: demoPassword });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/ru/admin/cashiers');
  await page.getByRole('link', { name: 'Карина Кассирова' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Карина Кассирова' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
