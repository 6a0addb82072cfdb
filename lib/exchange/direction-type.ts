import { systemOfMethod } from '@/lib/payments/registry';
import type { ExchangeType } from './types';

/**
 * The exchange types that a direction between two methods, named by their codes, can have. An operator can always do
 * it; semi-automatic needs a system that confirms the payment, automatic one that pays out as well.
 */
export function possibleTypes(fromCode: string, toCode: string): ExchangeType[] {
  const types: ExchangeType[] = ['operator'];
  if (!systemOfMethod(fromCode)?.takesPayments) return types;
  types.push('semi_automatic');
  if (systemOfMethod(toCode)?.sendsPayouts) types.push('automatic');
  return types;
}

/** The direction's own type, or else the paying method's. */
export function directionType(own: ExchangeType | null, methodDefault: ExchangeType): ExchangeType {
  return own ?? methodDefault;
}
