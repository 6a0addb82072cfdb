import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostWithdrawable, withdrawFeeUnits } from './withdraw-fee';

const fee = fc.record({
  bps: fc.integer({ min: 0, max: 5_000 }),
  units: fc.bigInt({ min: 0n, max: 1_000_000n }),
});
const units = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('the fee of a withdrawal', () => {
  it('is rounded up: a part of the smallest unit costs a whole one', () => {
    expect(withdrawFeeUnits(1n, { bps: 1, units: 0n })).toBe(1n);
    expect(withdrawFeeUnits(10_000n, { bps: 150, units: 500n })).toBe(650n);
    expect(withdrawFeeUnits(10_000n, { bps: 0, units: 0n })).toBe(0n);
  });

  it('leaves "all" of a wallet exactly what can be paid with it, and not a unit more', () => {
    fc.assert(
      fc.property(units, fee, (available, costs) => {
        const most = mostWithdrawable(available, costs);
        expect(most).toBeGreaterThanOrEqual(0n);
        if (most > 0n) expect(most + withdrawFeeUnits(most, costs)).toBeLessThanOrEqual(available);
        const more = most + 1n;
        expect(more + withdrawFeeUnits(more, costs)).toBeGreaterThan(available);
      }),
    );
  });
});
