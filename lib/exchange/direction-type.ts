import { paymentSystem } from '@/lib/payments/registry';
import type { ExchangeType } from './types';

/** The systems of a direction's two sides; null where people do it by hand. */
export type SystemsOfDirection = { payIn: string | null; payOut: string | null };

/**
 * The exchange types that a direction can have. An operator can always do it. The others want the money in to be
 * confirmed by a system, or by the operator's tick for a direct payment; automatic ones a system that pays out too.
 */
export function possibleTypes({ payIn, payOut }: SystemsOfDirection): ExchangeType[] {
  const types: ExchangeType[] = ['operator'];
  if (payIn !== null && !paymentSystem(payIn)?.payIn) return types;
  types.push('semi_automatic');
  if (payOut !== null && paymentSystem(payOut)?.payOut) types.push('automatic');
  return types;
}

/** The direction's own type, or else the paying method's. */
export function directionType(own: ExchangeType | null, methodDefault: ExchangeType): ExchangeType {
  return own ?? methodDefault;
}
