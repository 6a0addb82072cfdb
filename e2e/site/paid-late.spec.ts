import { expect, type Page, test } from '@playwright/test';
import { closeDatabase, query } from '@/lib/db';
import { demoPassword, enter, expectAccessible } from '../support/people';
import { deskStep, expectStatus, payAs, simulatedOrder, simulatedPair } from '../support/simulated';

test.afterAll(closeDatabase);

/** The office has waited long enough. */
async function letOrderExpire(orderId: string): Promise<void> {
  await query(`UPDATE orders SET expires_at = now() - interval '2 minutes' WHERE id = $1`, [orderId]);
}

/** The simulator has waited long enough with its notice: told before the order's end it would not be late. */
async function letNoticeCome(orderId: string): Promise<void> {
  await query(
    `UPDATE simulator_operations s SET tell_at = now() FROM payments p WHERE p.subject_id = $1 AND s.our_id = p.id`,
    [orderId],
  );
}

/** Pays so late that the office has given the order up. */
async function payTooLate(page: Page): Promise<string> {
  const { orderId, path } = await simulatedOrder(await simulatedPair('semi_automatic'));
  await page.goto(`/en${path}`);
  await payAs(page, 'Pay late');
  await letOrderExpire(orderId);
  await page.goto(`/en${path}`);
  await expectStatus(page, 'Canceled', 60_000);
  await letNoticeCome(orderId);
  await expect(page.getByText('arrived after the order was canceled')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  return orderId;
}

test('paid too late: the order stays canceled and says so, the operator revives it, and it completes', async ({
  page,
  browser,
}) => {
  const orderId = await payTooLate(page);
  const desk = await browser.newContext();
  await enter(desk, { email: 'operator@kantor.test', password: demoPassword });
  const operator = await desk.newPage();
  await deskStep(operator, orderId, 'revive', (dialog) => dialog.getByRole('radio').first().check());
  await expectStatus(page, 'Funds received');
  await deskStep(operator, orderId, 'finalize', (dialog) => dialog.getByLabel('Reference').fill('T-9'));
  await expectStatus(page, 'Completed');
  await desk.close();
});

test('paid too late: the operator sends all of it back', async ({ page, browser }) => {
  const orderId = await payTooLate(page);
  const desk = await browser.newContext();
  await enter(desk, { email: 'operator@kantor.test', password: demoPassword });
  await deskStep(await desk.newPage(), orderId, 'start_refund', (dialog) =>
    dialog.getByLabel('Reason').fill('It came after the end'),
  );
  await expectStatus(page, 'Refunded');
  await desk.close();
});
