import type { z } from 'zod';
import { type Actor, actorIp } from '@/lib/auth/actor';
import { addMinutes, now } from '@/lib/clock';
import { inTransaction, type Queryable, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { insertOrder, type NewOrder, type OpenLimits } from '@/lib/exchange/insert-order';
import { ledgerActor } from '@/lib/exchange/move-order';
import { customerMover, type Mover } from '@/lib/exchange/mover';
import { pickOfficeRequisites } from '@/lib/exchange/office-requisites';
import { lockOpenOrders, refuseGivenUpOrders } from '@/lib/exchange/open-order-limits';
import { checkOrderDetails, createOrderInput, hashOrderInput } from '@/lib/exchange/order-input';
import { holdsReserve, holdTransfer } from '@/lib/exchange/order-ledger';
import { orderLetters } from '@/lib/exchange/order-letters';
import type { Order } from '@/lib/exchange/order-row';
import { orderSecret } from '@/lib/exchange/order-secret';
import { type QuoteForOrder, quoteForOrder } from '@/lib/exchange/quote-for-order';
import { requirePayable } from '@/lib/exchange/require-payable';
import { tellingShortage } from '@/lib/exchange/reserve-shortage';
import { newId } from '@/lib/ids';
import { post } from '@/lib/ledger/post';
import { tellAfterCommit } from '@/lib/live';
import { queueLetters } from '@/lib/notify/queue-letter';
import { parseInput } from '@/lib/parse-input';
import { uniqueAmount } from '@/lib/payments/direct/unique-amount';
import { directSystem, expectPayment, walletSystem } from '@/lib/payments/expect-payment';
import { addressKey } from '@/lib/rate-limit';
import { ownWallet, withWallet } from '@/lib/wallet/order-wallet';
import { takeFromWallet } from '@/lib/wallet/take-from-wallet';
import { tellingWalletShortage } from '@/lib/wallet/wallet-shortage';

export type CreatedOrder = { orderId: string; secret: string; replayed: boolean };

/**
 * Makes an order of a quote, at the quote's amounts: the amount to be paid out is held, its payment is expected (where
 * it is direct the office's details are chosen), letters U1 (other types: order_created) and A3. The same key with the
 * same body gives the same order. An order from a wallet is paid at once where `payFromWallet` says so: then it is made
 * and paid, or neither.
 *
 * Throws `invalid_input` (fields `email`, `phone`, `give.<key>`, `get.<key>`), `not_found`, `quote_expired`,
 * `quote_used`, `idempotency_mismatch`, `direction_closed`, `too_many_open_orders`, `too_many_requests` (params:
 * seconds) where too many were given up unpaid within an hour, `no_office_requisites`,
 * `no_reserve` (params: available, asset); of wallets `wallet_sign_in`, `wallet_off`, `wallet_use_off`,
 * `wallet_asset_off`, `wallet_not_enough` (params: available, asset), `wallet_day_limit` (params: left, asset).
 */
export async function createOrder({
  actor,
  ...input
}: z.input<typeof createOrderInput> & { actor: Actor }): Promise<CreatedOrder> {
  const body = parseInput(createOrderInput, input);
  const inputHash = hashOrderInput(body);
  const earlier = await findReplay({ query }, body.idempotencyKey, inputHash);
  if (earlier) return earlier;

  const context = await usable(body.quoteId, body.idempotencyKey, inputHash);
  if ('replayed' in context) return context;
  const { quote, type, from, to, settings } = context;
  const wallet = from.kind === 'wallet' || to.kind === 'wallet' ? await ownWallet(actor) : null;
  const checked = checkOrderDetails(body, from, to);
  requirePayable(context, checked);
  const details = withWallet(checked, { from, to, wallet });
  const at = now();
  const { id: quoteId, ...frozen } = quote;
  const order: NewOrder = {
    ...frozen,
    ...details,
    id: newId('ord'),
    status: type === 'operator' ? 'pending_processing' : 'in_progress',
    exception: null,
    type,
    quoteId,
    fromMethodId: from.id,
    toMethodId: to.id,
    fromAsset: from.asset,
    toAsset: to.asset,
    customerId: actor.kind === 'user' ? actor.userId : null,
    locale: body.locale,
    ip: ipOf(actor),
    smsConsent: body.smsConsent,
    payTo: [],
    officeRequisitesId: null,
    holdId: to.kind === 'wallet' ? null : newId('hld'),
    fromWallet: from.kind === 'wallet' ? (wallet?.userId ?? null) : null,
    toWallet: to.kind === 'wallet' ? (wallet?.userId ?? null) : null,
    idempotencyKey: body.idempotencyKey,
    inputHash,
    createdAt: at,
    expiresAt: addMinutes(at, context.expiryMinutes),
  };
  const limits = limitsFor(actor, settings);
  if (actor.kind !== 'system') await refuseGivenUpOrders(order, limits);
  const writing = { order, context, limits, mover: customerMover(actor), paysNow: body.payFromWallet };
  return tellingWalletShortage(() =>
    tellingShortage({ methodId: to.id, asset: to.asset, scale: to.scale }, () =>
      inTransaction((tx) => write(tx, writing)),
    ),
  );
}

type Writing = {
  order: NewOrder;
  context: QuoteForOrder;
  limits: OpenLimits;
  mover: Mover;
  paysNow: boolean;
};

async function write(tx: Tx, { order, context, limits, mover, paysNow }: Writing): Promise<CreatedOrder> {
  await lockOpenOrders(tx, order);
  const connection = payInOf(order, context);
  const methodId = order.fromMethodId;
  const isDirect = connection === null && order.fromWallet === null;
  const amountUnits = isDirect
    ? await uniqueAmount(tx, { methodId, amountUnits: order.giveUnits })
    : order.giveUnits;
  const { timeZone } = context.settings;
  const office = isDirect ? await pickOfficeRequisites(tx, { methodId, amountUnits, timeZone }) : null;
  const payTo = office?.lines ?? [];
  const made = await insertOrder(
    tx,
    { ...order, payTo, officeRequisitesId: office?.id ?? null },
    mover,
    limits,
  );
  if (!made) return whyNotMade(tx, order);
  const payment = await expectPayment(tx, {
    subjectKind: 'order',
    subjectId: made.id,
    methodId: made.fromMethodId,
    connectionId: connection?.id ?? null,
    systemCode: connection?.systemCode ?? (isDirect ? directSystem : walletSystem),
    asset: made.fromAsset,
    amountUnits,
    expiresAt: made.expiresAt,
    officeRequisitesId: office?.id ?? null,
  });
  const created = { orderId: made.id, secret: orderSecret(made.id), replayed: false };
  tellAfterCommit(tx, 'desk');
  if (made.fromWallet !== null && paysNow) {
    // Made and paid in one breath: the letters of the payment tell of the order too.
    await takeFromWallet(tx, { payment, userId: made.fromWallet, isNew: true });
    return created;
  }
  const { from, to, usualMinutes, expiryMinutes } = context;
  const full: Order = { ...made, from, to, usualMinutes, expiryMinutes, heldByName: null };
  await queueLetters(tx, orderLetters('created', { ...full, askedUnits: amountUnits }));
  if (holdsReserve(made)) await post(tx, holdTransfer(made, ledgerActor(mover)));
  return created;
}

/** The connection that takes the payment; null: direct. What an operator processes is always paid to the office itself. */
function payInOf({ type }: NewOrder, { payIn }: QuoteForOrder): QuoteForOrder['payIn'] {
  return type === 'operator' ? null : payIn;
}

/** Somebody was first under the key or with the quote; otherwise as many orders stand as are allowed. */
async function whyNotMade(tx: Tx, order: NewOrder): Promise<CreatedOrder> {
  const earlier = await findReplay(tx, order.idempotencyKey, order.inputHash);
  if (earlier) return earlier;
  const used = await tx.maybeOne('SELECT id FROM orders WHERE quote_id = $1', [order.quoteId]);
  return fail(used ? 'quote_used' : 'too_many_open_orders');
}

/** The quote, or the order that a twin of this request has made of it in the meantime. */
async function usable(
  quoteId: string,
  key: string,
  inputHash: string,
): Promise<QuoteForOrder | CreatedOrder> {
  try {
    return await quoteForOrder(quoteId);
  } catch (error) {
    const earlier = await findReplay({ query }, key, inputHash);
    if (earlier) return earlier;
    throw error;
  }
}

async function findReplay(db: Queryable, key: string, inputHash: string): Promise<CreatedOrder | null> {
  const [row] = await db.query<{ id: string; hash: string }>(
    'SELECT id, input_hash AS hash FROM orders WHERE idempotency_key = $1',
    [key],
    'order_by_key',
  );
  if (!row) return null;
  if (row.hash !== inputHash) return fail('idempotency_mismatch');
  return { orderId: row.id, secret: orderSecret(row.id), replayed: true };
}

/** The address that open orders are counted by: in IPv6 one customer has as many as he likes of a whole network. */
function ipOf(actor: Actor): string {
  const ip = actorIp(actor);
  return ip === null ? '' : addressKey(ip);
}

/** Orders that the house makes itself (a demo) are not counted against anybody. */
function limitsFor(
  actor: Actor,
  settings: { maxOpenOrdersPerEmail: number; maxOpenOrdersPerAddress: number },
): OpenLimits {
  if (actor.kind === 'system') return { perEmail: 1_000_000, perAddress: 1_000_000 };
  return { perEmail: settings.maxOpenOrdersPerEmail, perAddress: settings.maxOpenOrdersPerAddress };
}
