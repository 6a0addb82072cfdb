import { expect, test } from '@playwright/test';
import { closeDatabase } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { operator } from '../support/orders';
import { demoPassword, enter, expectAccessible, expectNoSidewaysScroll } from '../support/people';
import {
  deskStep,
  expectStatus,
  payAs,
  type SimulatedPair,
  simulatedOrder,
  simulatedPair,
} from '../support/simulated';

let automatic: SimulatedPair;
let semi: SimulatedPair;

test.beforeAll(async () => {
  automatic = await simulatedPair('automatic');
  semi = await simulatedPair('semi_automatic');
});
test.afterAll(closeDatabase);

test('an automatic exchange completes with nobody at the desk within 5 seconds of the payment', async ({
  page,
}) => {
  const { path } = await simulatedOrder(automatic);
  await page.goto(`/en${path}`);
  await expectStatus(page, 'Exchange is performed');
  await expect(page.getByText('5,000.00 RUB').first()).toBeVisible();
  await expectAccessible(page);
  await payAs(page, 'Pay');
  await page.waitForURL(/\?back=1$/);
  await expectStatus(page, 'Completed', 5_000);
  await expect(page.getByTestId('receipts')).toContainText('Simulator');
  await expect(page.getByTestId('receipts')).toContainText('5,000.00 RUB');
});

test('a semi-automatic exchange waits for the operator and completes', async ({ page }) => {
  const { orderId, path } = await simulatedOrder(semi);
  await page.goto(`/en${path}`);
  await payAs(page, 'Pay');
  await expectStatus(page, 'Funds received');
  await expect(page.getByRole('heading', { name: 'Your payment has arrived' })).toBeVisible();
  await finalizeOrder({ orderId, actor: await operator(), payoutReference: 'T-1' });
  await expectStatus(page, 'Completed');
});

test('without JavaScript and on a phone a customer pays and comes back', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  const { path } = await simulatedOrder(semi);
  await page.goto(`/ru${path}`);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Оплатить' }).click();
  await page.waitForURL(/\/simulator\/payments\//);
  await page.locator('button[value="before_return"]').click();
  await page.waitForURL(/\?back=1$/);
  await expectStatus(page, 'Средства получены');
  await expectNoSidewaysScroll(page);
  await context.close();
});

for (const [button, name] of [
  ['Pay, tell nobody', 'no notice comes'],
  ['Pay, tell twice', 'the notice comes twice'],
  ['Pay, tell first', 'the notice comes before the return'],
] as const)
  test(`the customer sees that he has paid though ${name}`, async ({ page }) => {
    const { path } = await simulatedOrder(semi);
    await page.goto(`/en${path}`);
    await payAs(page, button);
    await expectStatus(page, 'Funds received');
    await expect(page.getByTestId('receipts').getByText('5,000.00 RUB')).toHaveCount(1);
  });

test('paid too little: the customer is told, the operator asks for the rest, and it completes as agreed', async ({
  page,
  browser,
}) => {
  const { orderId, path } = await simulatedOrder(automatic);
  await page.goto(`/en${path}`);
  await payAs(page, 'Pay less');
  await expect(page.getByText('Less arrived than agreed')).toBeVisible();
  const desk = await browser.newContext();
  await enter(desk, { email: 'operator@kantor.test', password: demoPassword });
  await deskStep(await desk.newPage(), orderId, 'ask_rest');
  await expect(page.getByText('Still to pay')).toBeVisible();
  await expect(page.getByText('2,000.00 RUB').first()).toBeVisible();
  await payAs(page, 'Pay');
  await expectStatus(page, 'Completed');
  await desk.close();
});

for (const [button, exception] of [
  ['Pay less', 'Less arrived than agreed'],
  ['Pay more', 'More arrived than agreed'],
  ['Pay as another person', 'Somebody else paid'],
] as const)
  test(`${button}: the operator accepts it, and the automatic exchange completes`, async ({
    page,
    browser,
  }) => {
    const { orderId, path } = await simulatedOrder(automatic);
    await page.goto(`/en${path}`);
    await payAs(page, button);
    await expect(page.getByText(exception)).toBeVisible();
    const desk = await browser.newContext();
    await enter(desk, { email: 'operator@kantor.test', password: demoPassword });
    await deskStep(await desk.newPage(), orderId, 'accept', (dialog) =>
      dialog.getByRole('radio').first().check(),
    );
    await expectStatus(page, 'Completed');
    await desk.close();
  });

test('a declined payment is told, and can be made again', async ({ page }) => {
  const { path } = await simulatedOrder(semi);
  await page.goto(`/en${path}`);
  await payAs(page, 'Decline');
  await page.waitForURL(/\?back=1$/);
  await expect(page.getByText('The last try did not go through.')).toBeVisible();
  await payAs(page, 'Pay');
  await expectStatus(page, 'Funds received');
});

test('who walks away or forges a notice has not paid, and can still pay', async ({ page }) => {
  const { path } = await simulatedOrder(semi);
  for (const button of ['Walk away', 'Send a forged notice']) {
    await page.goto(`/en${path}`);
    await payAs(page, button);
    await page.goto(`/en${path}`);
    await expectStatus(page, 'Exchange is performed');
  }
  await payAs(page, 'Pay');
  await expectStatus(page, 'Funds received');
});

test('a payment that is refused beforehand says from where to pay, and can be paid', async ({ page }) => {
  const { path } = await simulatedOrder(semi);
  await page.goto(`/en${path}`);
  await payAs(page, 'Ask the office');
  await page.goto(`/en${path}`);
  await expect(page.getByText('The payment system refused')).toBeVisible();
  await payAs(page, 'Pay');
  await expectStatus(page, 'Funds received');
});
