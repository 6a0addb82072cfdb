import type { z } from 'zod';
import { type Actor, requireUser } from '@/lib/auth/actor';
import { addMinutes, now } from '@/lib/clock';
import { inTransaction, type Queryable, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { pickOfficeRequisites } from '@/lib/exchange/office-requisites';
import type { Requisites } from '@/lib/exchange/order-row';
import { type CheckedFile, checkReceipt } from '@/lib/files/check-upload';
import { storeFile } from '@/lib/files/store-file';
import { newId } from '@/lib/ids';
import { parseInput } from '@/lib/parse-input';
import { uniqueAmount } from '@/lib/payments/direct/unique-amount';
import { directSystem, expectPayment } from '@/lib/payments/expect-payment';
import { officeSettings } from '@/lib/settings';
import { requireWallet, walletAssetOf } from '@/lib/wallet/require-wallet';
import { insertTopUp, type NewTopUp } from '@/lib/wallet/top-up/insert-top-up';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';
import { topUpFee } from '@/lib/wallet/top-up/top-up-fee';
import {
  type CreateTopUpInput,
  createTopUpInput,
  hashTopUpInput,
  readTopUpAmount,
  readTopUpRequisites,
} from '@/lib/wallet/top-up/top-up-input';
import { assertMayTopUp, lockTopUpsOf } from '@/lib/wallet/top-up/top-up-limits';
import { openWays, type TopUpTerms } from '@/lib/wallet/top-up/top-up-terms';

/** How long a payment of a top-up is awaited. What comes later is credited all the same. */
const minutesToPay = { system: 60, direct: 24 * 60 } as const;

export type CreatedTopUp = { topUpId: string; replayed: boolean };

/**
 * A customer wants to top up: by a system, where his payment is expected; directly, where the office's details are
 * chosen for him; or by a request that stands in the cashiers' queue. The same key with the same wish gives the same
 * top-up.
 *
 * Throws `invalid_input` (fields `way`, `amount`, `give.<key>`, `moneyKind`, `comment`, `receipt`), `not_signed_in`,
 * `wallet_off`, `wallet_asset_off`, `top_up_way_closed`, `too_many_requests_waiting`, `wallet_day_limit`, `no_office_requisites`,
 * `idempotency_mismatch`.
 */
export async function createTopUp({
  actor,
  receipt,
  ...input
}: z.input<typeof createTopUpInput> & {
  actor: Actor;
  receipt?: { bytes: Buffer; name: string };
}): Promise<CreatedTopUp> {
  const { userId } = requireUser(actor);
  const wish = parseInput(createTopUpInput, input);
  const inputHash = hashTopUpInput(userId, wish);
  const earlier = await findReplay({ query }, wish.idempotencyKey, inputHash);
  if (earlier) return earlier;

  await requireWallet();
  const { scale } = await walletAssetOf(wish.asset);
  const terms = await termsOf(wish);
  const amountUnits = readTopUpAmount(wish.amount, { asset: wish.asset, scale }, terms);
  const requisites = readTopUpRequisites(wish.requisites, terms);
  const file = receipt && wish.way === 'cashier' ? await checked(receipt) : null;
  const topUp = { ...wish, id: newId('top'), userId, amountUnits, requisites, inputHash };
  return inTransaction((tx) => write(tx, { topUp, terms, scale, file }));
}

async function termsOf({ way, asset, methodCode }: CreateTopUpInput): Promise<TopUpTerms> {
  const ways = await openWays({ query }, asset);
  const found = ways.find(
    ({ terms }) => terms.way === way && (way === 'cashier' || terms.method?.code === methodCode),
  );
  return found?.terms ?? fail('top_up_way_closed');
}

type Wish = CreateTopUpInput & {
  id: string;
  userId: string;
  amountUnits: bigint;
  requisites: Requisites;
  inputHash: string;
};

type Writing = { topUp: Wish; terms: TopUpTerms; scale: number; file: CheckedFile | null };

async function write(tx: Tx, { topUp, terms, scale, file }: Writing): Promise<CreatedTopUp> {
  const { userId, way, asset, amountUnits } = topUp;
  await lockTopUpsOf(tx, userId);
  // Behind the lock: a twin of this request may have been first, and must not be counted against itself.
  const earlier = await findReplay(tx, topUp.idempotencyKey, topUp.inputHash);
  if (earlier) return earlier;
  const creditedUnits = amountUnits - topUpFee(amountUnits, terms);
  await assertMayTopUp(tx, { userId, way, asset, scale, creditedUnits });
  const asked = await whereToPay(tx, terms, amountUnits);
  const receiptFileId = file ? await storeFile(tx, { kind: 'receipt', file, uploadedBy: userId }) : null;
  const made = await insertTopUp(tx, rowOf(topUp, terms, { ...asked, receiptFileId }));
  if (!made) return (await findReplay(tx, topUp.idempotencyKey, topUp.inputHash)) ?? fail('unavailable');
  const { method } = terms;
  if (method) {
    await expectPayment(tx, {
      subjectKind: 'topup',
      subjectId: made.id,
      methodId: method.id,
      connectionId: method.connectionId,
      systemCode: method.systemCode ?? directSystem,
      asset,
      amountUnits: asked.amountUnits,
      expiresAt: made.expiresAt,
      officeRequisitesId: asked.officeRequisitesId,
    });
  }
  tellTopUp(tx, made);
  return { topUpId: made.id, replayed: false };
}

/** Direct payments are told apart by their amounts and go to one set of the office's details; others need neither. */
async function whereToPay(tx: Tx, { way, method }: TopUpTerms, wantedUnits: bigint) {
  if (way !== 'direct' || !method) return { amountUnits: wantedUnits, payTo: [], officeRequisitesId: null };
  const methodId = method.id;
  const amountUnits = await uniqueAmount(tx, { methodId, amountUnits: wantedUnits });
  const { timeZone } = await officeSettings(tx);
  const { id, lines } = await pickOfficeRequisites(tx, { methodId, amountUnits, timeZone });
  return { amountUnits, payTo: lines, officeRequisitesId: id };
}

type Asked = Pick<NewTopUp, 'amountUnits' | 'payTo' | 'receiptFileId'>;

function rowOf(wish: Wish, terms: TopUpTerms, { amountUnits, payTo, receiptFileId }: Asked): NewTopUp {
  const { id, userId, way, asset, comment, moneyKind, requisites, idempotencyKey, inputHash } = wish;
  const at = now();
  return {
    id,
    userId,
    way,
    methodId: terms.method?.id ?? null,
    assetCode: asset,
    amountUnits,
    feeUnits: topUpFee(amountUnits, terms),
    feeBps: terms.feeBps,
    feeFixedUnits: terms.feeFixedUnits,
    requisites,
    payTo,
    moneyKind: way === 'cashier' ? (moneyKind ?? null) : null,
    comment: way === 'cashier' ? comment : '',
    receiptFileId,
    idempotencyKey,
    inputHash,
    createdAt: at,
    expiresAt: way === 'cashier' ? null : addMinutes(at, minutesToPay[way]),
  };
}

async function findReplay(db: Queryable, key: string, inputHash: string): Promise<CreatedTopUp | null> {
  const [row] = await db.query<{ id: string; hash: string }>(
    'SELECT id, input_hash AS hash FROM top_ups WHERE idempotency_key = $1',
    [key],
    'top_up_by_key',
  );
  if (!row) return null;
  if (row.hash !== inputHash) return fail('idempotency_mismatch');
  return { topUpId: row.id, replayed: true };
}

async function checked(receipt: { bytes: Buffer; name: string }): Promise<CheckedFile> {
  const result = await checkReceipt(receipt.bytes, receipt.name);
  if (result.ok) return result;
  return fail('invalid_input', { fields: { receipt: { key: result.key, params: result.params } } });
}
