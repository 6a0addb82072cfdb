import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Actor, requireUser, type UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, type Queryable, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { walletAccount } from '@/lib/ledger/accounts';
import { formatUnits } from '@/lib/money';
import { queueLetters } from '@/lib/notify/queue-letter';
import { parseInput } from '@/lib/parse-input';
import { optionalShortText } from '@/lib/text';
import { type FoundWallet, findReceiver } from '@/lib/wallet/find-wallet';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { postWallet } from '@/lib/wallet/post-wallet';
import { requireWalletUse, walletAssetOf } from '@/lib/wallet/require-wallet';
import { transferLetters } from '@/lib/wallet/transfer-letters';
import { readWalletAmount } from '@/lib/wallet/wallet-amount';
import { assertWalletDay } from '@/lib/wallet/wallet-day';
import { readWalletNumber } from '@/lib/wallet/wallet-number';
import { tellingWalletShortage } from '@/lib/wallet/wallet-shortage';

const inputSchema = z.object({
  /** The other wallet's number as it was typed. */
  number: z.string('fields.required').max(100),
  asset: z.string('fields.required').max(16),
  /** As it was typed. */
  amount: z.string('fields.required').max(100),
  comment: optionalShortText(200),
  idempotencyKey: z.string().min(1).max(100),
});

export type WalletTransferInput = z.input<typeof inputSchema>;

export type WalletTransferred = {
  id: string;
  asset: string;
  /** A plain decimal. */
  amount: string;
  replayed: boolean;
};

/**
 * Sends from one's own wallet to another one, at once, with a letter to both. The same key with the same input gives
 * the same transfer.
 *
 * Throws `not_signed_in`, `invalid_input` (fields `number`, `amount`, `comment`), `wallet_off`, `wallet_use_off`,
 * `wallet_asset_off`, `wallet_unknown`, `wallet_own`, `wallet_not_enough`, `wallet_day_limit`, `too_many_requests`,
 * `idempotency_mismatch`.
 */
export async function transferBetweenWallets({
  actor,
  ...given
}: WalletTransferInput & { actor: Actor }): Promise<WalletTransferred> {
  const sender = requireUser(actor);
  const input = parseInput(inputSchema, given);
  // Keys are a person's own: nobody meets, or learns of, another one's.
  const key = `${sender.userId}:${input.idempotencyKey}`;
  const inputHash = hashInput(input);
  // Before anything else is asked: what is done is done, even if wallets are switched off by now.
  const earlier = await findEarlier({ query }, key, inputHash);
  if (earlier) return earlier;

  await requireWalletUse('transfers');
  const { asset, scale, transferMinUnits, transferMaxUnits } = await walletAssetOf(input.asset);
  const amountUnits = readWalletAmount(input.amount, {
    asset,
    scale,
    minUnits: transferMinUnits,
    maxUnits: transferMaxUnits,
  });
  const receiver = await findReceiver(sender, input.number);
  if (receiver.userId === sender.userId) fail('wallet_own');
  const senderNumber = await walletNumberOf(sender.userId);
  const transfer: Transfer = {
    id: newId('wtr'),
    sender: { userId: sender.userId, number: senderNumber },
    receiver,
    asset,
    scale,
    amountUnits,
    comment: input.comment,
    key,
    inputHash,
  };
  return tellingWalletShortage(() => inTransaction((tx) => write(tx, transfer, sender)));
}

type Transfer = {
  id: string;
  sender: { userId: string; number: string };
  receiver: FoundWallet;
  asset: string;
  scale: number;
  amountUnits: bigint;
  comment: string;
  key: string;
  inputHash: string;
};

async function write(tx: Tx, transfer: Transfer, actor: UserActor): Promise<WalletTransferred> {
  const { id, sender, receiver, asset, scale, amountUnits, comment } = transfer;
  // A twin of this request waits here for the end of the first.
  const [written] = await tx.query(
    `INSERT INTO wallet_transfers (id, from_user_id, to_user_id, asset_code, amount_units, comment, idempotency_key,
       input_hash, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (idempotency_key) DO NOTHING RETURNING id`,
    [
      id,
      sender.userId,
      receiver.userId,
      asset,
      amountUnits,
      comment,
      transfer.key,
      transfer.inputHash,
      now(),
    ],
  );
  if (!written) return (await findEarlier(tx, transfer.key, transfer.inputHash)) ?? fail('unavailable');
  const said = comment === '' ? {} : { comment };
  await postWallet(
    tx,
    {
      key: `wallet-transfer:${id}`,
      kind: 'wallet_transfer',
      subject: id,
      actor: actor.name || actor.email,
      postings: [
        { account: walletAccount(sender.userId, asset), amountUnits },
        { account: walletAccount(receiver.userId, asset), amountUnits: -amountUnits },
      ],
    },
    (userId) =>
      userId === sender.userId
        ? { kind: 'transfer_out', details: { counterparty: receiver.number, ...said } }
        : { kind: 'transfer_in', details: { counterparty: sender.number, ...said } },
  );
  await assertWalletDay(tx, { userId: sender.userId, asset, what: 'transfer' });
  await queueLetters(tx, await transferLetters(tx, id));
  return { id, asset, amount: formatUnits(amountUnits, scale), replayed: false };
}

async function findEarlier(db: Queryable, key: string, inputHash: string): Promise<WalletTransferred | null> {
  const [row] = await db.query<{
    id: string;
    asset: string;
    scale: number;
    amountUnits: bigint;
    inputHash: string;
  }>(
    `SELECT t.id, t.asset_code AS asset, a.scale, t.amount_units AS "amountUnits", t.input_hash AS "inputHash"
     FROM wallet_transfers t JOIN assets a ON a.code = t.asset_code WHERE t.idempotency_key = $1`,
    [key],
  );
  if (!row) return null;
  if (row.inputHash !== inputHash) fail('idempotency_mismatch');
  return { id: row.id, asset: row.asset, amount: formatUnits(row.amountUnits, row.scale), replayed: true };
}

/** By what was typed: the meaning of an amount does not change, but an asset may be closed by the time of a replay. */
function hashInput({ number, asset, amount, comment }: z.output<typeof inputSchema>): string {
  return hash('sha256', JSON.stringify([readWalletNumber(number) ?? number, asset, amount.trim(), comment]));
}
