import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { type CreatedOrder, createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import { goodAddress, goodCard } from '@/lib/exchange/testing/orders';
import { lastPayment } from '@/lib/exchange/testing/payments';
import type { ExchangeType } from '@/lib/exchange/types';
import { newId } from '@/lib/ids';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { makePayingOffice } from '@/lib/payments/testing/paying-office';
import { switchWallets } from '@/lib/wallet/testing/wallets';

/**
 * A paying office whose customers' wallets (RUB, USDT) are sides of exchanges, at round rates: 1 BTC = 6,000,000 RUB
 * = 60,000 USDT. By what is given: RUB wallet → coin automatic, USDT wallet → coin semi-automatic, RUB wallet → USDT
 * wallet automatic, bank → RUB wallet automatic, bank → USDT wallet by an operator.
 */
export async function makeWalletOffice(): Promise<DoorOffice> {
  const office = await makePayingOffice();
  await switchWallets();
  await query(
    `UPDATE payment_methods SET titles = '{"en":"Wallet","ru":"Кошелек"}', uses = '{exchange}', default_type = 'automatic',
       enabled = true WHERE kind = 'wallet'`,
  );
  await query('UPDATE wallet_assets SET enabled = true, spend_day_units = NULL');
  await query('UPDATE payment_methods SET pay_out_fee_units = 0 WHERE id = $1', [office.coin.id]);
  const direction = directionMaker();
  await direction('WALLETRUB', office.coin.code, ['6000000', '1'], 'automatic');
  await direction('WALLETUSDT', office.coin.code, ['60000', '1'], 'semi_automatic');
  await direction('WALLETRUB', 'WALLETUSDT', ['100', '1'], 'automatic');
  await direction(office.bank.code, 'WALLETRUB', ['1', '1'], 'automatic');
  await direction(office.bank.code, 'WALLETUSDT', ['100', '1'], 'operator');
  return office;
}

function directionMaker() {
  return (from: string, to: string, [rateIn, rateOut]: [string, string], type: ExchangeType) =>
    query(
      `INSERT INTO directions (id, from_method_id, to_method_id, rate_kind, fixed_in, fixed_out, type, created_at, updated_at)
       SELECT $1, f.id, t.id, 'fixed', $4, $5, $6::"ExchangeType", $7, $7
       FROM payment_methods f, payment_methods t WHERE f.code = $2 AND t.code = $3 ON CONFLICT DO NOTHING`,
      [newId('dir'), from, to, rateIn, rateOut, type, now()],
    );
}

type Wish = { from: string; to: string; give: string; actor: Actor; pay?: boolean; key?: string };

/** An order of a signed-in customer, with what its sides ask for; paid in the same press unless told. */
export async function makeWalletOrder({ from, to, give, actor, pay, key }: Wish): Promise<CreatedOrder> {
  const quote = await createQuote({ from, to, side: 'give', amount: give });
  return createOrder(walletBody(quote.id, { from, to, actor, pay, key }));
}

/** What the form sends for that quote. */
export function walletBody(quoteId: string, { from, to, actor, pay = true, key }: Omit<Wish, 'give'>) {
  return {
    quoteId,
    email: `${actor.kind === 'user' ? actor.userId : 'guest'}@example.com`,
    requisites: {
      ...(from.startsWith('BANK') && { 'give.card': goodCard }),
      ...(to.startsWith('COIN') && { 'get.address': goodAddress }),
    },
    locale: 'en' as const,
    idempotencyKey: key ?? `form:${quoteId}`,
    payFromWallet: pay,
    actor,
  };
}

/** The id of the payment that an order waits for. */
export async function paymentIdOf(orderId: string): Promise<string> {
  return (await lastPayment(orderId)).id;
}
