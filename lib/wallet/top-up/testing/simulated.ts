import type { UserActor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import type { TestOffice } from '@/lib/exchange/testing/office';
import { processNotice } from '@/lib/payments/process-notice';
import { receiveNotice } from '@/lib/payments/receive-notice';
import type { StartedPayment } from '@/lib/payments/start-payment-of';
import { type Choice, chooseOutcome } from '@/lib/payments/systems/simulator/choose';
import { signatureFor, signatureHeader } from '@/lib/payments/systems/simulator/notice';
import { createTopUp } from '@/lib/wallet/top-up/create-top-up';
import { startTopUp } from '@/lib/wallet/top-up/start-top-up';
import { paymentFor, shopSecret, wishOf } from '@/lib/wallet/top-up/testing/top-up-office';

/** Top-ups by the simulator, for tests. */

export function start(actor: UserActor, topUpId: string): Promise<StartedPayment> {
  return startTopUp({ actor, topUpId, locale: 'en', ip: '192.0.2.1' });
}

/** A top-up whose customer stands at the simulator's page. */
export async function started(office: TestOffice, actor: UserActor, amount = '1000'): Promise<string> {
  const { topUpId } = await createTopUp({ actor, ...wishOf(office, 'system', { amount }) });
  await start(actor, topUpId);
  return topUpId;
}

/** What the buyer presses at the simulator; nobody is told. */
export async function press(topUpId: string, choice: Choice): Promise<void> {
  const { externalId } = await paymentFor(topUpId);
  await chooseOutcome(externalId ?? '', choice);
}

/** The simulator's callback of a paid 1,000 roubles, signed, and the jobs of what was believed. What it heard. */
export async function callback(
  office: TestOffice,
  topUpId: string,
  facts: Record<string, unknown> = {},
  secret = shopSecret,
): Promise<number> {
  const payment = await paymentFor(topUpId);
  const body = JSON.stringify({
    event: 'payment.paid',
    shop: 'kantor',
    operationId: payment.externalId,
    test: false,
    paymentId: payment.id,
    amount: '1000.00',
    asset: 'RUB',
    ...facts,
  });
  const request = new Request(`http://localhost/api/callbacks/simulator/${office.bank.code}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [signatureHeader]: signatureFor(secret, body) },
    body,
  });
  const { status } = await receiveNotice({
    systemCode: 'simulator',
    methodCode: office.bank.code,
    request,
    ip: '192.0.2.7',
  });
  const notices = await query<{ id: string }>(
    `SELECT id FROM payment_notices WHERE payment_id = $1 AND verdict = 'accepted' AND processed_at IS NULL`,
    [payment.id],
  );
  await Promise.all(notices.map(({ id }) => processNotice(id)));
  return status;
}
