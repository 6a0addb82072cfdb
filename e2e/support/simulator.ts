import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { query } from '@/lib/db';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import type { Choice } from '@/lib/payments/systems/simulator/choose';
import { newEmail } from './orders';

/** Makes an order of the demo's own simulated direction and takes its customer to the simulator's page. */
export async function demoPayment(page: Page): Promise<{ orderId: string; address: string }> {
  const { id: quoteId } = await createQuote({
    from: 'SIMCARDRUB',
    to: 'USDTBEP20',
    side: 'give',
    amount: '9000',
  });
  const ip = `198.51.${randomInt(1, 255)}.${randomInt(1, 255)}`;
  const { orderId, secret } = await createOrder({
    quoteId,
    idempotencyKey: `form:${quoteId}`,
    email: newEmail(),
    requisites: { 'get.address': '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' },
    locale: 'en',
    actor: { kind: 'guest', ip },
  });
  await page.goto(`/en/orders/${orderId}/${secret}`);
  await page
    .getByRole('button', { name: /^(Pay|Go to the payment page)$/ })
    .first()
    .click();
  await page.waitForURL(/\/simulator\/payments\//);
  return { orderId, address: page.url() };
}

/** Presses one of the simulator's buttons. */
export async function chooseAtSimulator(page: Page, choice: Choice): Promise<void> {
  await page.locator(`button[name=choice][value=${choice}]`).click();
}

/** What the office answered to the simulator's notices of an order, oldest first. */
export async function answersOf(
  orderId: string,
): Promise<{ what: string; status: number; answer: string }[]> {
  const [row] = await query<{ notices: { what: string; status: number; answer: string }[] }>(
    `SELECT s.notices FROM simulator_operations s JOIN payments p ON p.id = s.our_id WHERE p.subject_id = $1
     ORDER BY s.created_at DESC LIMIT 1`,
    [orderId],
  );
  return row?.notices ?? [];
}
