import vectors from '@/lib/payments/testing/payment-vectors.json';

export type Vector = (typeof vectors)[number];

/** The published or computed signature under that id, for tests. */
export function vector(id: string): Vector {
  const found = vectors.find((one) => one.id === id);
  if (!found) throw new Error(`there is no vector ${id}`);
  return found;
}
