import { randomInt } from 'node:crypto';
import { checkDigit } from '@/lib/wallet/wallet-number';

/**
 * A new number: nine random digits, the first not zero, and the check digit. Beside the reading of numbers, which
 * browsers do as well.
 */
export function newWalletNumber(): string {
  const digits = randomInt(100_000_000, 1_000_000_000).toString();
  return `${digits}${checkDigit(digits)}`;
}
