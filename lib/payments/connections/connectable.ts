import type { PaymentSystem } from '@/lib/payments/contract/system';
import { offeredSystems } from '@/lib/payments/registry';

/** Direct payments are a system without an account: a method without a connection has it already. */
export function isConnectable({ code }: PaymentSystem): boolean {
  return code !== 'direct';
}

/** The systems that the office can have an account with, and that are offered here. */
export function connectableSystems(): PaymentSystem[] {
  return offeredSystems().filter(isConnectable);
}
