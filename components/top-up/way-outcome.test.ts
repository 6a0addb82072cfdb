import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatUnits } from '@/lib/money';
import { topUpFee } from '@/lib/wallet/top-up/top-up-fee';
import type { TopUpWayView } from '@/lib/wallet/top-up/top-up-page';
import { wayOutcome } from './way-outcome';

const way = (more: Partial<TopUpWayView> = {}): TopUpWayView => ({
  way: 'system',
  methodCode: 'SIMRUB',
  titles: { en: 'Card', ru: 'Карта' },
  kind: 'card',
  symbol: '',
  logoFileId: null,
  system: null,
  feeBps: 150,
  feeFixed: '10.00',
  min: '100.00',
  max: '50000.00',
  fields: [],
  saved: [],
  ...more,
});

it('what the card promises of an amount is what the ledger would credit, and never more than was paid', () => {
  fc.assert(
    fc.property(fc.bigInt(10_000n, 5_000_000n), fc.integer({ min: 0, max: 5000 }), (units, feeBps) => {
      const outcome = wayOutcome(formatUnits(units, 2), 2, way({ feeBps }));
      const fee = topUpFee(units, { feeBps, feeFixedUnits: 1_000n });
      expect(outcome).toEqual({ credited: formatUnits(units - fee, 2) });
      expect(fee).toBeLessThanOrEqual(units);
    }),
  );
});

it.each([
  ['', null],
  ['abc', null],
  ['0', null],
  ['100.0001', null],
  ['99.99', { wrong: 'tooLittle' }],
  ['50 000,01', { wrong: 'tooMuch' }],
  ['1 000,00', { credited: '975.00' }],
])('of %j it tells %j', (typed, outcome) => expect(wayOutcome(typed, 2, way())).toEqual(outcome));

it('an amount that its fee eats up is no top-up', () => {
  expect(wayOutcome('10', 2, way({ min: null, feeBps: 0 }))).toEqual({ wrong: 'underFee' });
  expect(wayOutcome('10.01', 2, way({ min: null, feeBps: 0 }))).toEqual({ credited: '0.01' });
});
