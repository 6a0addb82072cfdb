import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { harmless, safeCell } from './csv-cell';

describe('a CSV cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+79161234567', "'+79161234567"],
    ['-1+cmd|x', "'-1+cmd|x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['\rx', "'\rx"],
    ['＝1', "'＝1"],
    ['-', "'-"],
    ['--5', "'--5"],
    ['-1e5', "'-1e5"],
    ['-5\n', "'-5\n"],
    ['a;=1', "a;'=1"],
    ['a,=1', "a,'=1"],
    ['a\n@x', "a\n'@x"],
    ['a;;=1', "a;;'=1"],
  ])('%j is made harmless', (text, expected) => expect(harmless(text)).toBe(expected));

  it.each([
    '-12.5',
    '0',
    '-0.00000001',
    '12345678901234567890.5',
    'SBERRUB',
    'a=b',
    'a - b',
    '2026-11-22T00:00:00Z',
    '',
  ])('%j stays as it is', (text) => expect(harmless(text)).toBe(text));

  it('is quoted for either delimiter', () => {
    expect(safeCell('a "b", c', ',')).toBe('"a ""b"", c"');
    expect(safeCell('a;b', ',')).toBe('"a;b"');
    expect(safeCell('a b', ';')).toBe('a b');
  });

  it('is read back whole and alone by either delimiter, and never starts a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'=+-@;,"\'\t\r\n ab1.') }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.constantFrom<',' | ';'>(',', ';'),
        (cells, delimiter) => {
          const row = ['id', ...cells].map((cell) => safeCell(cell, delimiter)).join(delimiter);
          const { data } = Papa.parse<string[]>(row, { delimiter, newline: '\r\n' });
          expect(data).toEqual([['id', ...cells.map(harmless)]]);
          for (const cell of data[0] ?? []) expect(cell).toMatch(/^(?:-?\d+(?:\.\d+)?$|[^=+\-@\t\r\n]|$)/);
        },
      ),
    );
  });
});
