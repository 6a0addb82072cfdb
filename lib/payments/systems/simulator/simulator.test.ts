import { expect, test } from 'vitest';
import { adapterContract } from '@/lib/payments/testing/contract';
import { simulator } from '.';
import { simulatorFixture } from './fixtures';
import { outcomeOf, percentOf } from './operation';

adapterContract(simulator, simulatorFixture);

test('the destination’s last digits choose what becomes of a payout, unless the shop was told otherwise', () => {
  expect(outcomeOf('by_rule', { card: '4000 0000 0000 0002' })).toBe('refuse');
  expect(outcomeOf('by_rule', { name: 'Pat', account: 'U-10003' })).toBe('hang_paid');
  expect(outcomeOf('by_rule', { card: '4000 0000 0000 1000' })).toBe('settle');
  expect(outcomeOf('later', { card: '4000 0000 0000 0002' })).toBe('later');
});

test('a fee is rounded down at the amount’s own decimals', () => {
  expect(percentOf('100.33', '1.5')).toBe('1.50');
  expect(percentOf('0.00000150', '50')).toBe('0.00000075');
  expect(percentOf('15', '10')).toBe('1');
});
