import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '@/scripts/testing/hostile-text';
import { emailText, longText, normaliseEmail, optionalShortText, shortText } from './text';

function problem(schema: ReturnType<typeof shortText | typeof emailText>, input: unknown) {
  const result = schema.safeParse(input);
  return result.success ? null : result.error.issues[0];
}

describe('short text', () => {
  it('is trimmed, composed and freed of invisible characters', () => {
    expect(shortText(10).parse('  e\u0301\u200B\uFEFF\t! ')).toBe('\u00e9 !');
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001b[31mb'],
    ['lone surrogate', 'a\ud800b'],
    ['bidi override', 'a\u202Egnp.exe'],
    ['bidi isolate', 'a\u2066b'],
    ['noncharacter', 'a\uFFFEb'],
  ])('refuses %s', (_, text) => {
    expect(problem(shortText(50), text)?.message).toBe('fields.badCharacters');
  });

  it('counts code points, not UTF-16 units', () => {
    expect(shortText(3).parse('😀😀😀')).toBe('😀😀😀');
    const issue = problem(shortText(3), '😀😀😀😀');
    expect(issue).toMatchObject({ message: 'fields.tooLong', params: { max: '3' } });
  });

  it.each([
    ['empty', '   '],
    ['missing', undefined],
    ['a number', 5],
    ['an object', { $ne: 1 }],
  ])('asks for a value when given %s', (_, input) =>
    expect(problem(shortText(5), input)?.message).toBe('fields.required'),
  );

  it('joins lines into one', () => {
    expect(shortText(10).parse('a\r\nb')).toBe('a b');
    expect(optionalShortText(10).parse(undefined)).toBe('');
  });

  it('never lets through what PostgreSQL or a one-line field cannot hold', () => {
    fc.assert(
      fc.property(hostileText(100), (input) => {
        const result = shortText(100).safeParse(input);
        if (!result.success) return;
        expect(result.data).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E]/u);
        expect(shortText(100).parse(result.data)).toBe(result.data);
      }),
    );
  });
});

describe('long text', () => {
  it('keeps line breaks in one form', () => {
    expect(longText(20).parse('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });
  it('refuses ten thousand characters where two thousand fit', () => {
    expect(problem(longText(2000), 'x'.repeat(10_000))?.message).toBe('fields.tooLong');
  });
});

describe('e-mail', () => {
  it.each([
    [' Ivan.Petrov+x@Example.COM ', 'ivan.petrov+x@example.com'],
    ['info@почта.рф', 'info@xn--80a1acny.xn--p1ai'],
    ['customer@kantor.test', 'customer@kantor.test'],
  ])('%s becomes %s', (input, output) => expect(normaliseEmail(input)).toBe(output));

  it.each([
    'plain',
    '@example.com',
    'a@',
    'a@b',
    'a..b@example.com',
    '.a@example.com',
    'a@example..com',
    'a b@example.com',
    'a@exa mple.com',
    'a@example.com\nBcc: x@example.com',
    'a@example.com\r\nX: y',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@-example.com',
    '"a b"@example.com',
    'a@example.com,b@example.com',
    '<a@example.com>',
    'Имя@example.com',
    'a@example.com:80',
    'a@x@example.com ',
    'a@example.com/',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.com`,
    'a@example.com\u0000',
    'a\u202e@example.com',
    'a@1.2.3',
    'a@0x7f.1',
  ])('refuses %j', (input) => {
    expect(problem(emailText(), input)?.message).toBe('fields.email');
  });

  it('is stable and free of line breaks whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (input) => {
        const email = normaliseEmail(input);
        if (email === null) return;
        expect(email).toMatch(/^[!-~]+@[!-~]+$/);
        expect(normaliseEmail(email)).toBe(email);
      }),
    );
  });
});
