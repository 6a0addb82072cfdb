import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import type { ExchangeType } from '@/lib/exchange/types';
import { newId } from '@/lib/ids';
import { adjustReserve } from '@/lib/ledger/adjust-reserve';
import { secretPlace } from '@/lib/payments/connection';
import { seal } from '@/lib/payments/vault';
import { newEmail, operator } from './orders';

/** Both sides by the simulator: so much of the one gives a hundredth of the other. */
export type SimulatedPair = { from: string; to: string };

const texts = (text: string) => ({ en: text, ru: text });

/** The account that the customers of these stories pay from and are paid to. */
export const account = 'anna@example.com';

const field = (side: 'give' | 'get', title: string) => ({
  key: 'account',
  side,
  validator: 'email',
  params: {},
  titles: texts(title),
  hints: texts(''),
  required: true,
});

/** Two methods of their own, connected with a shop of the simulator of their own, and their direction. */
export async function simulatedPair(type: ExchangeType): Promise<SimulatedPair> {
  const code = randomInt(36 ** 4, 36 ** 5)
    .toString(36)
    .toUpperCase();
  const connectionId = newId('con');
  const sealed = { secret: seal(`secret of ${code}`, secretPlace(connectionId, 'secret')) };
  await query(
    `INSERT INTO system_connections (id, system_code, label, settings, secrets, created_at, updated_at)
     VALUES ($1, 'simulator', $2, $3, $4, $5, $5)`,
    [
      connectionId,
      `Story ${code}`,
      JSON.stringify({ shop: code, feePercent: '0' }),
      JSON.stringify(sealed),
      now(),
    ],
  );
  const from = { id: newId('mth'), code: `A${code}RUB`, asset: 'RUB' };
  const to = { id: newId('mth'), code: `B${code}USD`, asset: 'USD' };
  for (const method of [from, to])
    await query(
      `INSERT INTO payment_methods (id, code, kind, asset_code, titles, fields, default_type, pay_in_connection_id,
         pay_out_connection_id, payer_must_match, sort, created_at, updated_at)
       VALUES ($1, $2, 'emoney', $3, $4, $5, $6::"ExchangeType", $7, $7, true, 900, $8, $8)`,
      [
        method.id,
        method.code,
        method.asset,
        JSON.stringify(texts(`Purse ${method.code}`)),
        JSON.stringify([field('give', 'Your account'), field('get', 'Your account')]),
        type,
        connectionId,
        now(),
      ],
    );
  await query(
    `INSERT INTO directions (id, from_method_id, to_method_id, rate_kind, fixed_in, fixed_out, created_at, updated_at)
     VALUES ($1, $2, $3, 'fixed', 100, 1, $4, $4)`,
    [newId('dir'), from.id, to.id, now()],
  );
  await adjustReserve({
    actor: { ...(await operator()), roles: ['owner'] },
    methodId: to.id,
    amountUnits: 1_000_000n,
    reason: 'story',
    idempotencyKey: newId('trf'),
  });
  return { from: from.code, to: to.code };
}

/** An order of 5,000 roubles for 50 dollars that waits for its payment. */
export async function simulatedOrder({
  from,
  to,
}: SimulatedPair): Promise<{ orderId: string; secret: string; path: string }> {
  const { id: quoteId } = await createQuote({ from, to, side: 'give', amount: '5000' });
  const { orderId, secret } = await createOrder({
    quoteId,
    idempotencyKey: `form:${quoteId}`,
    email: newEmail(),
    requisites: { 'give.account': account, 'get.account': account },
    locale: 'en',
    actor: { kind: 'guest', ip: `198.51.${randomInt(1, 255)}.${randomInt(1, 255)}` },
  });
  return { orderId, secret, path: `/orders/${orderId}/${secret}` };
}

/** From the order's page to the simulator's, and there a choice by the words of its button. */
export async function payAs(page: Page, button: string): Promise<void> {
  await page
    .getByRole('button', { name: /^(Pay|Go to the payment page)$/ })
    .first()
    .click();
  await page.waitForURL(/\/simulator\/payments\//);
  await page.getByRole('button', { name: button, exact: true }).click();
}

/** The page of the order says so, by itself. */
export async function expectStatus(page: Page, title: string, timeout = 20_000): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout });
}

/** One step at the desk, asked once and confirmed; `choose` answers what it asks. */
export async function deskStep(
  page: Page,
  orderId: string,
  step: string,
  choose: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {},
): Promise<void> {
  await page.goto(`/en/desk?order=${orderId}`);
  await page.locator(`article [data-step="${step}"]`).click();
  const dialog = page.getByRole('dialog');
  await choose(dialog);
  await dialog.locator('button[type="submit"]').click();
  await expect(dialog).toBeHidden();
}
