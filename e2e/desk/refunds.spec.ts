import { expect, type Locator, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { newOrder } from '../support/orders';
import { demoPassword, enter, enterNew, expectAccessible } from '../support/people';
import { deskStep, expectStatus, payAs, simulatedOrder, simulatedPair } from '../support/simulated';

test.afterAll(closeDatabase);

/** The row of an order in the list of refunds. */
async function refundRow(page: Page, orderId: string, view = 'open'): Promise<Locator> {
  await page.goto(`/en/desk/refunds?view=${view}&q=${orderId}`);
  return page.getByRole('row').filter({ hasText: orderId });
}

async function confirmIn(page: Page, row: Locator, button: string): Promise<Locator> {
  await row.getByRole('button', { name: button, exact: true }).click();
  return page.getByRole('dialog');
}

test('above the limit a second person approves, the system sends the money back, and the customer sees it', async ({
  page,
  browser,
}) => {
  const pair = await simulatedPair('semi_automatic');
  await query('UPDATE payment_methods SET refund_approval_units = 100 WHERE code = $1', [pair.from]);
  const { orderId, path } = await simulatedOrder(pair);
  await page.goto(`/en${path}`);
  await payAs(page, 'Pay');
  await expectStatus(page, 'Funds received');

  const first = await browser.newContext();
  await enter(first, { email: 'operator@kantor.test', password: demoPassword });
  const desk = await first.newPage();
  await deskStep(desk, orderId, 'start_refund', async (dialog) => {
    await dialog.getByLabel('Reason').fill('The customer changed his mind');
    await expectAccessible(desk);
  });
  const own = await refundRow(desk, orderId);
  await expect(own).toContainText('another person approves.');
  await expect(own.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expectStatus(page, 'Funds received');

  const second = await browser.newContext();
  await enterNew(second, { roles: ['customer', 'operator'] });
  const other = await second.newPage();
  const dialog = await confirmIn(other, await refundRow(other, orderId), 'Approve');
  await expect(dialog).toContainText('5,000.00 RUB');
  await dialog.getByRole('button', { name: /^Approve/ }).click();
  await expectStatus(page, 'Refunded');
  await expect(await refundRow(other, orderId, 'settled')).toContainText('Sent back');
  await Promise.all([first.close(), second.close()]);
});

test('by hand: the customer says where to on his page, the operator sends it and tells the reference', async ({
  page,
  browser,
}) => {
  const { orderId, secret, path } = await newOrder();
  await claimPayment({
    orderId,
    reader: { secret },
    payer: 'Anna',
    reference: 'A-7',
    comment: '',
    actor: { kind: 'guest', ip: '198.51.100.7' },
  });
  const context = await browser.newContext();
  await enter(context, { email: 'operator@kantor.test', password: demoPassword });
  const desk = await context.newPage();
  await deskStep(desk, orderId, 'start_refund', (dialog) =>
    dialog.getByLabel('Reason').fill('The rate has moved'),
  );

  await page.goto(`/en${path}`);
  await expectStatus(page, 'Refund in progress');
  await expect(page.getByText('Tell us where to send the money.')).toBeVisible();
  await expectAccessible(page);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send it here' }) });
  for (const input of await form.getByRole('textbox').all())
    if ((await input.inputValue()) === '') await input.fill('4111 1111 1111 1111');
  await form.getByRole('button', { name: 'Send it here' }).click();
  await expect(page.getByText('It goes to').first()).toBeVisible();

  const dialog = await confirmIn(desk, await refundRow(desk, orderId), 'Sent by hand');
  await dialog.getByLabel('Reference').fill('BACK-42');
  await dialog.getByRole('button', { name: /^Confirm/ }).click();
  await expectStatus(page, 'Refunded');
  await expect(page.getByText('BACK-42').first()).toBeVisible();
  await context.close();
});
