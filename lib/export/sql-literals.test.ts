import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLiterals } from './sql-literals';

describe('values written into a statement', () => {
  it.each<[string, unknown[], string]>([
    ['a = $1', ["O'Neill"], "a = 'O''Neill'"],
    ['a = $1', ['\\'], "a = E'\\\\'"],
    ['a = $1 AND b = $2', ['$2', 'x'], "a = '$2' AND b = 'x'"],
    ['a = $1', ['$&$1'], "a = '$&$1'"],
    ['a >= $1', [BigInt(-5)], 'a >= (-5::bigint)'],
    ['a = ANY($1::text[])', [['x', "y'"]], "a = ANY(ARRAY['x', 'y''']::text[]::text[])"],
    ['$11', [...Array(10).fill('no'), 'yes'], "'yes'"],
  ])('%s with given values', (sql, values, expected) => expect(withLiterals(sql, values)).toBe(expected));

  it.each([[['a\0b']], [[1]], [[null]], [[['a', 1]]], [[{ toString: () => '1; DROP TABLE orders' }]], [[]]])(
    'refuses %j',
    (values) => expect(() => withLiterals('a = $1', values)).toThrow(RangeError),
  );

  it('never lets a text end its own literal', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '\\', '$', '1', ';', '-', 'E', ' ', '\n', 'é', '😀') }),
        (text) => {
          const sql = withLiterals('$1', [text]);
          const [, prefix = '', body = ''] = /^(E?)'([\s\S]*)'$/.exec(sql) ?? ['', '', '#'];
          const undone = body.replaceAll("''", "'");
          expect(body.replaceAll("''", '')).not.toContain("'");
          expect(prefix === 'E' ? undone.replaceAll('\\\\', '\\') : undone).toBe(text);
          if (prefix !== 'E') expect(body).not.toContain('\\');
        },
      ),
    );
  });
});
