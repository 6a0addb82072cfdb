import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnother } from './payer-account';

const letters = 'abcxyz0123456789.';
const account = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 60 }),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 40 }),
      fc.constantFrom('x.com', 'gmail.com'),
    )
    .map(([name, host]) => `${name}@${host}`),
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 10, maxLength: 19 }),
  fc.string({ minLength: 1, maxLength: 60 }).map((text) => `a${text.replace(/[*•\s-]/g, '')}`),
);

describe('whose account money came from', () => {
  it.each([
    ['xx@gmail.com', 'john@gmail.com'],
    ['j*n@gmail.com', 'john@gmail.com'],
    ['a.b', 'a1b'],
    ['.', 'P1234567'],
    ['john-doe@x.com', 'johndoe@x.com'],
    ['1BoaxxR', '1BoatSLR'],
    ['5xx7z', '5127z'],
    ['4111******9999', '4111111111111111'],
    ['4111111111111111*11', '4111111111111111'],
    ['SIM', 'SIM-OTHER'],
  ])('%s is not %s', (shown, promised) => {
    expect(isAnother(shown, [promised])).toBe(true);
  });

  it.each([
    ['John@Gmail.com ', 'john@gmail.com'],
    ['4111 1111 1111 1111', '4111111111111111'],
    ['4111 11** **** 1111', '4111-1111-1111-1111'],
    ['411111XXXXXX1111', '4111 1111 1111 1111'],
    ['411111••••••1111', '4111111111111111'],
    ['*1111', '4111111111111111'],
    ['P1234567', 'p1234567'],
  ])('%s fits %s', (shown, promised) => {
    expect(isAnother(shown, ['other', promised])).toBe(false);
  });

  it('is nobody else’s where nothing is told or promised', () => {
    expect(isAnother(undefined, ['1'])).toBe(false);
    expect(isAnother('', ['1'])).toBe(false);
    expect(isAnother('1', [])).toBe(false);
  });

  it('is another for every plain account that is not the same', () => {
    const same = (text: string) => text.toLowerCase();
    fc.assert(
      fc.property(account, account, (shown, promised) => {
        fc.pre(!/^\d+x{2,}/.test(shown));
        expect(isAnother(shown, [promised])).toBe(same(shown) !== same(promised));
      }),
      { numRuns: 2000 },
    );
  });

  it('is known at once, whatever is told', () => {
    const heavy = fc
      .tuple(fc.constantFrom('1.', '*1', 'xx1', '1xx', '• ', '-', '.'), fc.integer({ min: 1, max: 20_000 }))
      .map(([part, times]) => part.repeat(times));
    const from = performance.now();
    fc.assert(
      fc.property(heavy, fc.constantFrom('', '@x.com', '1', '!'), (text, end) => {
        isAnother(text + end, [`${'1'.repeat(100)}@x.co`, '1'.repeat(200), '4111111111111111']);
      }),
    );
    expect(performance.now() - from).toBeLessThan(5_000);
  });

  it('is another where it is longer than any account', () => {
    expect(isAnother(`4111${'*'.repeat(300)}1111`, ['4111111111111111'])).toBe(true);
  });
});
