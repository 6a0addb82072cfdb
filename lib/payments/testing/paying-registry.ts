import { vi } from 'vitest';
import { payingSystem } from '@/lib/payments/testing/paying-system';

const real = await vi.importActual<typeof import('@/lib/payments/registry')>('@/lib/payments/registry');

/** The registry with the test's system alone in it, for `vi.mock`. */
export const payingRegistry = {
  ...real,
  paymentSystem: (code: string) => (code === 'paying' ? payingSystem : null),
};
