import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purse, pursePresets } from './purse';
import { parseSafePattern } from './safe-pattern';

describe('a purse pattern', () => {
  it.each([
    ...Object.values(pursePresets).map((preset) => preset.pattern),
    '[a-z0-9_]{3,32}',
    'U\\d{7}|E\\d{7}',
    '(?:\\+7)?\\d{10}',
    '\\d+',
    '[\\w.]+@[\\w.]+\\.[a-z]+',
    'a\\$',
    '[\\]x]{2}',
    '[А-Яа-я]{2,20}',
  ])('%s is taken', (pattern) => expect(parseSafePattern(pattern).ok).toBe(true));

  it.each([
    '(a+)+',
    '(a*)*b',
    '(a|a)*',
    '(a|aa)+$',
    '([a-z]+){2,}',
    '(\\d{1,64}){1,64}',
    '.*.*.*.*.*x',
    '(?=a)a',
    '(?!a)b',
    '(?<=a)b',
    '(a)\\1',
    '(?<x>a)\\k<x>',
    'a**',
    'a+?',
    '(',
    ')',
    '(a',
    'a)',
    'a^b',
    'a$b',
    '[a',
    '\\',
    '{3}',
    'a{1,2}{3}',
    '(?:a?){50}',
    `${'a?'.repeat(30)}`,
    `${'(?:a|b)'.repeat(25)}`,
    '\\u{61}',
    '\\b',
  ])('%s is refused', (pattern) => {
    expect(parseSafePattern(pattern)).toEqual({ ok: false, key: 'patternUnsafe' });
  });

  it.each(['', 'x'.repeat(201), '[z-a]', 'a{3,1}'])('%s cannot be read', (pattern) => {
    expect(parseSafePattern(pattern)).toEqual({ ok: false, key: 'pattern' });
  });

  it('always means the whole value', () => {
    const parsed = parseSafePattern('^a|b$');
    expect(parsed.ok && ['a', 'b', 'ax', 'xb', 'a\n'].map((text) => parsed.expression.test(text))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('takes little time on the worst input', () => {
    const worst = [
      '[a]*[a]*[a]*b',
      `${'(?:a|a)?'.repeat(3)}a*a*b`,
      '[\\w.]+@[\\w.]+\\.[a-z]+',
      'a{1,128}a{1,128}a{1,128}b',
    ];
    for (const pattern of worst) {
      const started = performance.now();
      for (const text of ['a'.repeat(128), '@'.repeat(128), `${'a'.repeat(60)}@${'a.'.repeat(33)}1`]) {
        purse.normalise(text, { pattern });
      }
      // A guard against the exponential, not a measurement: seconds to centuries would be the other outcome.
      expect(performance.now() - started, pattern).toBeLessThan(2000);
    }
  });

  it('never crashes the check of a pattern, and a taken one compiles', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab\\d()[]{},?*+|^$.:0123-') }), (source) => {
        const parsed = parseSafePattern(source);
        if (parsed.ok) expect(parsed.expression.test('zzzz')).toBeTypeOf('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a purse', () => {
  it('accepts its own examples', () => {
    for (const preset of Object.values(pursePresets)) {
      expect(purse.normalise(preset.example, preset)).toMatchObject({ ok: true, value: preset.example });
    }
  });

  it('forgives spaces and case', () => {
    expect(purse.normalise('z 1234-5678 9012', pursePresets.webmoneyZ)).toEqual({
      ok: true,
      value: 'Z123456789012',
      display: 'Z123456789012',
      searchKeys: ['z123456789012', '9012'],
    });
  });

  it('of Volet is an account or an e-mail address', () => {
    expect(purse.normalise('Ann.Lee@example.com', pursePresets.volet)).toMatchObject({
      value: 'Ann.Lee@example.com',
    });
    expect(purse.normalise('U 1234 5678 9012', pursePresets.volet)).toMatchObject({ value: 'U123456789012' });
    expect(purse.normalise('A123456789012', pursePresets.volet).ok).toBe(false);
  });

  it('that is wrong is told with an example', () => {
    expect(purse.normalise('R123456789012', pursePresets.webmoney)).toEqual({
      ok: false,
      key: 'purseExample',
      params: { example: 'Z123456789012' },
    });
    expect(purse.normalise('1'.repeat(129), { pattern: '\\d+' })).toEqual({ ok: false, key: 'purse' });
  });
});
