import type { OrderException, OrderStatus } from '@/lib/exchange/status';
import type { ExchangeType } from '@/lib/exchange/types';

export type MoveActor = 'customer' | 'operator' | 'timer' | 'system';

export type Move = {
  from: readonly OrderStatus[];
  to: OrderStatus;
  by: readonly MoveActor[];
  types: readonly ExchangeType[];
  /** Only while one of these exceptions stands. */
  needs?: readonly OrderException[];
  /** Not while one of these stands. */
  unless?: readonly OrderException[];
  /** Only before any money of the customer has come, or only after some has. */
  money?: 'none' | 'some';
  /** What stands beside the new status; `given`: one of these, chosen by the step. */
  exception: OrderException | null | 'keep' | { oneOf: readonly (OrderException | null)[] };
};

export const allTypes: readonly ExchangeType[] = ['automatic', 'semi_automatic', 'operator'];
export const systemTypes: readonly ExchangeType[] = ['automatic', 'semi_automatic'];
export const operatorType: readonly ExchangeType[] = ['operator'];

/** How an order that is over tells whether it still owes (lib/exchange/exception-at-end.ts). */
export const byDebt = { oneOf: [null, 'overpaid'] } as const satisfies Move['exception'];

/** Money has come, but not as it was agreed: the operator decides. */
export const wrongReceipts = [
  'underpaid',
  'overpaid',
  'payer_mismatch',
] as const satisfies readonly OrderException[];
