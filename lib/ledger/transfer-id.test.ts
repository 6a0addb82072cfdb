import { afterEach, expect, test } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { isId } from '@/lib/ids';
import { newTransferId } from '@/lib/ledger/transfer-id';

afterEach(() => shiftClock(0));

test('an id of a transfer has the form of all ids, is new each time, and sorts by its time', () => {
  const moments = [0, 1, 30, 365, 20_000].map((days) => {
    shiftClock(days * 86_400_000);
    return Array.from({ length: 50 }, newTransferId);
  });
  for (const id of moments.flat()) expect(isId('trf', id)).toBe(true);
  expect(new Set(moments.flat()).size).toBe(250);
  for (const [earlier, later] of moments.slice(1).map((ids, i) => [moments[i] ?? [], ids] as const)) {
    expect((earlier.toSorted().at(-1) ?? '') < (later.toSorted()[0] ?? '')).toBe(true);
  }
});
