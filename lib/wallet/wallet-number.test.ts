import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newWalletNumber } from './new-wallet-number';
import { formatWalletNumber, readWalletNumber } from './wallet-number';

const number = fc.constant(null).map(() => newWalletNumber());
const digits = [...'0123456789'];

describe('a wallet number', () => {
  it('is ten digits that begin with no zero, and is read back however it is grouped', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(' ', '-', '.', ' ', '–', '\n'), (made, gap) => {
        expect(made).toMatch(/^[1-9]\d{9}$/);
        expect(readWalletNumber(made)).toBe(made);
        expect(readWalletNumber(formatWalletNumber(made))).toBe(made);
        expect(readWalletNumber(` ${[...made].join(gap)} `)).toBe(made);
      }),
      { numRuns: 300 },
    );
  });

  it('with any one digit wrong is none', () => {
    fc.assert(
      fc.property(number, (made) => {
        for (let place = 0; place < made.length; place += 1) {
          for (const digit of digits) {
            if (digit === made[place]) continue;
            expect(readWalletNumber(made.slice(0, place) + digit + made.slice(place + 1))).toBeNull();
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('with any two neighbours swapped is none', () => {
    fc.assert(
      fc.property(number, (made) => {
        for (let place = 0; place + 1 < made.length; place += 1) {
          const [one = '', two = ''] = made.slice(place, place + 2);
          if (one === two) continue;
          expect(readWalletNumber(made.slice(0, place) + two + one + made.slice(place + 2))).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of every ten that differ in the last digit, exactly one is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (head) => {
        const valid = digits.filter((last) => readWalletNumber(`${head}${last}`) !== null);
        expect(valid).toHaveLength(1);
      }),
    );
  });

  it.each([
    '',
    ' ',
    '123456789',
    '12345678901',
    '0000000000',
    '٤٨٢١٠٩٣٧٥٥',
    '4821O93755',
    '-4821093755e0',
    "4821093755'--",
    '4821093755\u0000',
    '9'.repeat(100_000),
  ])('%# is none', (text) => {
    expect(readWalletNumber(text)).toBeNull();
  });

  it('is told in three groups', () => {
    expect(formatWalletNumber('4821093755')).toBe('482 109 3755');
  });
});
