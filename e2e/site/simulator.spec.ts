import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { demoPassword, enter, enterNew, expectAccessible, expectNoSidewaysScroll } from '../support/people';
import { simulatedOrder, simulatedPair } from '../support/simulated';
import { answersOf, chooseAtSimulator, demoPayment } from '../support/simulator';

test.afterAll(closeDatabase);

test('the simulator’s page says what it is, in both languages, on a phone and in the dark', async ({
  page,
}) => {
  const { address } = await demoPayment(page);
  await expect(page.getByText('This is a simulator. No money is moved here.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose how this payment goes');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address.replace('/en/', '/ru/'));
  await expect(page.getByText('Это симулятор. Деньги здесь не движутся.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('by keyboard: the payment is made, its notice accepted, and the order completes by itself', async ({
  page,
}) => {
  const { orderId } = await demoPayment(page);
  await page.locator('button[value=pay]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/orders\//);
  await expect(page.getByRole('heading', { level: 1, name: 'Completed' })).toBeVisible();
  await expect
    .poll(() => answersOf(orderId))
    .toEqual([expect.objectContaining({ what: 'paid', status: 200, answer: 'accepted' })]);
});

test('a forged notice and a pre-request for another person’s purse are not accepted, and the page says so', async ({
  page,
}) => {
  // An order that names the account it is paid from, by a method that wants that one.
  const { orderId, path } = await simulatedOrder(await simulatedPair('semi_automatic'));
  await page.goto(`/en${path}`);
  await page
    .getByRole('button', { name: /^(Pay|Go to the payment page)$/ })
    .first()
    .click();
  await page.waitForURL(/\/simulator\/payments\//);
  await chooseAtSimulator(page, 'forged');
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'A notice with a wrong signature was sent',
  );
  await chooseAtSimulator(page, 'precheck');
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'The office was asked whether it takes this payment',
  );
  const [forged, question] = await answersOf(orderId);
  expect(forged?.status).toBe(400);
  expect(question?.answer).not.toContain('YES');
  await expectAccessible(page);
  await chooseAtSimulator(page, 'close');
  await expect(page.getByRole('main').getByRole('status')).toContainText('Nothing was paid');
});

test('what is decided once stays: a second choice in another window pays nothing', async ({
  page,
  context,
}) => {
  const { orderId, address } = await demoPayment(page);
  const other = await context.newPage();
  await other.goto(address);
  await chooseAtSimulator(page, 'decline');
  await page.waitForURL(/\/orders\//);
  await chooseAtSimulator(other, 'pay');
  await other.waitForURL(/\/orders\//);
  await other.goto(address);
  await expect(other.getByText('This payment was declined')).toBeVisible();
  expect((await answersOf(orderId)).map(({ what }) => what)).toEqual(['declined']);
});

test('staff set what becomes of payouts; strangers find no such page', async ({ page, browser }) => {
  const context = await browser.newContext();
  await enterNew(context, { roles: ['customer'] });
  const stranger = await context.newPage();
  expect((await stranger.goto('/en/simulator/payouts'))?.status()).toBe(404);
  await context.close();

  await enter(page.context(), { email: 'operator@kantor.test', password: demoPassword });
  await page.goto('/en/simulator/payouts');
  await expect(page.getByRole('heading', { level: 1, name: 'Payouts and refunds' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/ru/simulator/payouts');
  await expectNoSidewaysScroll(page);
});
