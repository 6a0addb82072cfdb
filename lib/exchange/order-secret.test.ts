import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { checkOrderSecret, orderSecret } from './order-secret';

describe("the secret of an order's page", () => {
  const id = newId('ord');

  it('is the same whenever it is made, and another for each order', () => {
    expect(orderSecret(id)).toBe(orderSecret(id));
    expect(orderSecret(id)).toMatch(/^[\w-]{27}$/);
    expect(orderSecret(newId('ord'))).not.toBe(orderSecret(id));
  });

  it('opens its order and nothing else does', () => {
    const secret = orderSecret(id);
    expect(checkOrderSecret(id, secret)).toBe(true);
    for (const wrong of [
      '',
      secret.slice(1),
      `${secret}A`,
      secret.toUpperCase(),
      orderSecret(newId('ord')),
      'ё',
      '\u0000',
    ])
      expect(checkOrderSecret(id, wrong)).toBe(false);
  });
});
