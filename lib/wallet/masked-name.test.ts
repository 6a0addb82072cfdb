import { expect, it } from 'vitest';
import { maskedName } from './masked-name';

it.each([
  ['Конрад Кантор', 'Конрад К.'],
  ['Anna Maria kantor', 'Anna K.'],
  ['  Anna  ', 'Anna'],
  ['𝒜nna 𝒦antor', '𝒜nna 𝒦.'],
  ['x'.repeat(60), `${'x'.repeat(20)}…`],
  ['', 'A•••'],
  [' \u00a0 ', 'A•••'],
])('%s is shown as %s', (name, shown) => {
  expect(maskedName({ name, email: 'anna@example.com' })).toBe(shown);
});
