import type { Tx } from '@/lib/db';
import type { Order } from '@/lib/exchange/order-row';
import { post } from '@/lib/ledger/post';
import type { TransferInput } from '@/lib/ledger/posting';
import { postWallet, type WalletLine } from '@/lib/wallet/post-wallet';

/** What the lines of an order's transfers are told from. */
type Told = Pick<Order, 'fromWallet' | 'toWallet' | 'toAsset'> &
  Record<'from' | 'to', Pick<Order['from'], 'code'>>;

/**
 * Posts a transfer of an order; where a side is a wallet, its history gets the line. Throws what `post` throws:
 * `ledger_overdraft` also where a wallet has less (params: kind, owner, asset).
 */
export async function postOrder(tx: Tx, order: Told, transfer: TransferInput): Promise<void> {
  if (order.fromWallet === null && order.toWallet === null) await post(tx, transfer);
  else await postWallet(tx, transfer, (userId, asset) => lineOf(order, transfer, { userId, asset }));
}

/** Both sides may be wallets of one person: then the asset tells which is meant. */
function lineOf(
  { fromWallet, toWallet, toAsset, from, to }: Told,
  { kind }: TransferInput,
  { userId, asset }: { userId: string; asset: string },
): WalletLine {
  if (kind === 'refund') return { kind: 'refund', details: { method: to.code } };
  const into = toWallet === userId && asset === toAsset;
  if (!into && fromWallet !== userId)
    throw new Error('the transfer moves a wallet that is no side of its order');
  return into
    ? { kind: 'exchange_in', details: { method: from.code } }
    : { kind: 'exchange_out', details: { method: to.code } };
}
