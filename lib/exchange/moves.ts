import { givenUpMoves } from '@/lib/exchange/given-up-moves';
import { moneyInMoves } from '@/lib/exchange/money-in-moves';
import { moneyOutMoves } from '@/lib/exchange/money-out-moves';

/**
 * Every move of an order. "receive" is money confirmed by a payment system, or by the operator's tick for a direct
 * payment; an automatic order then stays `in_progress` while its payout is under way.
 */
export const moves = { ...moneyInMoves, ...moneyOutMoves, ...givenUpMoves };

export type OrderEventName = keyof typeof moves;
