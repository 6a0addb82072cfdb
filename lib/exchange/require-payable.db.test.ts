import { beforeEach, expect, it, vi } from 'vitest';
import { makeOrder } from '@/lib/exchange/testing/orders';
import { makePayingOffice } from '@/lib/payments/testing/paying-office';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';

vi.mock(
  '@/lib/payments/registry',
  async () => (await import('@/lib/payments/testing/paying-registry')).payingRegistry,
);

beforeEach(resetPaying);

it('an automatic order is not made to requisites that its system cannot pay to', async () => {
  const office = await makePayingOffice();
  paying.unpayable = 'address';
  await expect(makeOrder(office)).rejects.toMatchObject({
    code: 'invalid_input',
    fields: { 'get.address': { key: 'invalid' } },
  });
  // Not asked for by the method: no customer can mend that.
  paying.unpayable = 'bank_id';
  await expect(makeOrder(office)).resolves.toHaveProperty('orderId');
});

it('an order that an operator completes is', async () => {
  const office = await makePayingOffice({ type: 'semi_automatic' });
  paying.unpayable = 'address';
  await expect(makeOrder(office)).resolves.toHaveProperty('orderId');
});
