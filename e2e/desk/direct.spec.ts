import { randomInt } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { query } from '@/lib/db';
import { newOrder } from '../support/orders';
import { enterNew, expectAccessible, expectNoSidewaysScroll } from '../support/people';

const dialog = (page: Page) => page.locator('dialog[open]');

/** A picture as a phone would send it: one white pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

/** An order whose amount no other story asks for, so that a statement's line can be no other's. */
async function orderOf(units: bigint) {
  const order = await newOrder();
  await query('UPDATE orders SET give_units = $2 WHERE id = $1', [order.orderId, units]);
  await query('UPDATE payments SET amount_units = $2 WHERE subject_id = $1', [order.orderId, units]);
  return order;
}

test('a customer pays elsewhere and sends a receipt from his phone; the operator ticks it', async ({
  page,
  browser,
}) => {
  const { orderId, path } = await newOrder();
  const phones = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const phone = await phones.newPage();
  await phone.goto(`/en${path}`);
  await phone.getByLabel('Who paid').fill('Ann Smith');
  await phone
    .locator('input[type=file]')
    .setInputFiles({ name: 'IMG_0042.png', mimeType: 'image/png', buffer: picture });
  await phone.getByRole('button', { name: 'I have paid' }).click();
  await expect(phone.getByRole('button', { name: 'I have paid' })).toHaveCount(0);

  await enterNew(page.context(), { roles: ['operator'], name: 'Ann Operator' });
  await page.goto(`/en/desk/direct?q=${orderId}`);
  const row = page.getByRole('row').filter({ hasText: orderId });
  await expect(row).toContainText('Ann Smith');
  await expect(row.getByRole('link', { name: 'Open' })).toHaveAttribute('href', /\/api\/receipts\/fil_/);
  await row.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog(page).getByLabel(/^Received/)).toHaveValue('5000.00');
  await dialog(page).getByRole('button', { name: 'Confirm the payment' }).click();
  await expect(page.getByText('Nothing fits these filters')).toBeVisible();
  await expect(phone.getByText('Funds received').first()).toBeVisible();
  await phones.close();
});

test('a payment that never came is crossed out with a reason, and stays under its filter', async ({
  page,
  context,
}) => {
  await enterNew(context, { roles: ['operator'], name: 'Ann Operator' });
  const { orderId } = await newOrder();
  await page.goto(`/en/desk/direct?view=expected&q=${orderId}`);
  const row = page.getByRole('row').filter({ hasText: orderId });
  await row.getByRole('button', { name: 'Cross out' }).click();
  await dialog(page).getByRole('button', { name: 'Cross out' }).click();
  await expect(dialog(page).getByLabel(/^Reason/)).toHaveAttribute('aria-invalid', 'true');
  await dialog(page)
    .getByLabel(/^Reason/)
    .fill('Nothing came in two days.');
  await dialog(page).getByRole('button', { name: 'Cross out' }).click();
  await expect(page.getByText('Nothing fits these filters')).toBeVisible();
  await page.goto(`/en/desk/direct?view=refused&q=${orderId}`);
  await expect(row).toContainText('Nothing came in two days.');
});

test('a bank’s statement is read, its columns told once, and what is sure confirmed in one click', async ({
  page,
  context,
}) => {
  await enterNew(context, { roles: ['operator'], name: 'Ann Operator' });
  const units = BigInt(randomInt(1_000_000, 9_000_000));
  const { orderId } = await orderOf(units);
  const amount = `${units / 100n},${String(units % 100n).padStart(2, '0')}`;
  const [method] = await query<{ id: string }>(`SELECT id FROM payment_methods WHERE code = 'SBERRUB'`);
  const today = new Intl.DateTimeFormat('ru-RU', { timeZone: 'Europe/Moscow' }).format(new Date());
  const rows = [
    'Дата;Сумма;Плательщик;Назначение',
    `${today};${amount};Анна К.;Заявка ${orderId}`,
    `${today};-5,00;Банк;Комиссия`,
  ];
  const file = { name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };

  await page.goto(`/en/desk/statements?method=${method?.id}`);
  await page.getByLabel(/^File of the bank/).setInputFiles(file);
  await expect(page.getByText('1 incoming payment, 1 outgoing row is left out')).toBeVisible();
  await page.getByRole('button', { name: 'Read the statement' }).click();
  await expect(page.getByText('1 new payment')).toBeVisible();
  await page.goto(`/en/desk/statements?method=${method?.id}&state=sure`);
  await expect(page.getByRole('row').filter({ hasText: orderId })).toContainText('Reference');
  await page.getByRole('button', { name: /^Confirm \d+ payment/ }).click();
  await dialog(page)
    .getByRole('button', { name: /^Confirm \d+ payment/ })
    .click();
  await expect(page.getByText(/payments? (is|are) confirmed/)).toBeVisible();
  await page.goto(`/en/desk?order=${orderId}`);
  await expect(page.getByRole('article').locator('header')).toContainText('Funds received');

  await page.goto(`/en/desk/statements?method=${method?.id}`);
  await page.getByLabel(/^File of the bank/).setInputFiles(file);
  await page.getByRole('button', { name: 'Read the statement' }).click();
  await expect(page.getByText('This very file was read before. Nothing was added.')).toBeVisible();
});

for (const path of ['/desk/direct', '/desk/statements', '/desk/payouts', '/desk/refunds']) {
  test(`${path} fits a phone and meets no barrier for readers`, async ({ page, context }) => {
    await enterNew(context, { roles: ['operator'] });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/ru${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
