import type { Actor } from '@/lib/auth/actor';
import type { QuoteView } from '@/lib/exchange/quote-view';
import { parseAmount } from '@/lib/money';
import { exchangeBalances } from '@/lib/wallet/exchange-balances';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

/** The customer's wallet as a side of an order that is about to be made. */
export type QuoteWallet =
  | { state: 'guest' }
  | { state: 'into'; number: string }
  /** `short`: there is less than what is to be given. Plain decimals. */
  | { state: 'ready' | 'short'; available: string; asset: string; amount: string };

/** Null where no side is a wallet. A wallet that pays is told of before one that receives. */
export async function quoteWallet({
  quote: { give },
  kinds,
  actor,
}: {
  quote: QuoteView;
  kinds: { from: string; to: string };
  actor: Actor;
}): Promise<QuoteWallet | null> {
  if (kinds.from !== 'wallet' && kinds.to !== 'wallet') return null;
  if (actor.kind !== 'user') return { state: 'guest' };
  if (kinds.from !== 'wallet')
    return { state: 'into', number: formatWalletNumber(await walletNumberOf(actor.userId)) };
  const { asset, amount, scale } = give;
  const available = (await exchangeBalances(actor))?.[asset] ?? '0';
  const units = (text: string) => {
    const parsed = parseAmount(text, scale);
    return parsed.ok ? parsed.units : 0n;
  };
  return { state: units(available) < units(amount) ? 'short' : 'ready', available, asset, amount };
}
