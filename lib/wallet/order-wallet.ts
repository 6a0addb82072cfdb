import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import type { OrderDetails } from '@/lib/exchange/order-input';
import { walletKey } from '@/lib/exchange/order-lines';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

export type OwnWallet = { userId: string; number: string };

/** The wallet that orders of this person give from and go into: his own. Throws `wallet_sign_in`. */
export async function ownWallet(actor: Actor): Promise<OwnWallet> {
  if (actor.kind !== 'user') return fail('wallet_sign_in');
  return { userId: actor.userId, number: await walletNumberOf(actor.userId) };
}

type Sides = Record<'from' | 'to', { kind: string }> & { wallet: OwnWallet | null };

/** The details of an order with the wallet's number among the requisites of each side that is one: it is read, and found by. */
export function withWallet(details: OrderDetails, { from, to, wallet }: Sides): OrderDetails {
  if (!wallet) return details;
  const line = { [walletKey]: { value: wallet.number, display: formatWalletNumber(wallet.number) } };
  return {
    ...details,
    giveRequisites: from.kind === 'wallet' ? line : details.giveRequisites,
    getRequisites: to.kind === 'wallet' ? line : details.getRequisites,
    searchKeys: [...details.searchKeys, wallet.number],
  };
}
