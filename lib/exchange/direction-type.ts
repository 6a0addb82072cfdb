import { paymentSystem } from '@/lib/payments/registry';
import type { ExchangeType } from './types';

/** What stands for a payment system where a side is the customers' wallets: it takes payments and pays out at once. */
export const walletSide = 'wallet';

/** The system of a direction's side by its method: its connection's, or the wallets; null where people do it by hand. */
export function sideSystem(methodKind: string, systemCode: string | null): string | null {
  return methodKind === 'wallet' ? walletSide : systemCode;
}

/** The systems of a direction's two sides (`sideSystem`). */
export type SystemsOfDirection = { payIn: string | null; payOut: string | null };

/**
 * The exchange types that a direction can have. An operator can do what is not paid from a wallet, where nothing is
 * claimed and nothing is to be verified. The others want the money in to be confirmed by a system, or by the operator's
 * tick for a direct payment; automatic ones a system that pays out too.
 */
export function possibleTypes({ payIn, payOut }: SystemsOfDirection): ExchangeType[] {
  const types: ExchangeType[] = payIn === walletSide ? [] : ['operator'];
  if (payIn !== null && payIn !== walletSide && !paymentSystem(payIn)?.payIn) return types;
  types.push('semi_automatic');
  if (payOut === walletSide || (payOut !== null && paymentSystem(payOut)?.payOut)) types.push('automatic');
  return types;
}

/** The direction's own type, or else the paying method's. */
export function directionType(own: ExchangeType | null, methodDefault: ExchangeType): ExchangeType {
  return own ?? methodDefault;
}
