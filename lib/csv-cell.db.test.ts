import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { harmless, harmlessSql } from './csv-cell';
import { closeDatabase, query } from './db';

afterAll(closeDatabase);

it('PostgreSQL disarms every cell exactly as the server does', async () => {
  const known = [
    '=1',
    '-12.5',
    '-12.5\n',
    '+7',
    '',
    ' \u00A0=1',
    '\u2003=1',
    '\f=1',
    'a;=1',
    'a,\n-x',
    "'=1",
    '-٣',
    '\\1',
    '-1.',
  ];
  const random = fc.sample(
    fc.string({ unit: fc.constantFrom(...'=+-@;,"\'\t\r\n\f\v\\ ab1.\u00A0＝－я') }),
    3000,
  );
  const cells = [...known, ...random];
  const rows = await query<{ cell: string }>(
    `SELECT ${harmlessSql('cell')} AS cell FROM unnest($1::text[]) WITH ORDINALITY AS input (cell, place) ORDER BY place`,
    [cells],
  );
  expect(rows.map(({ cell }) => cell)).toEqual(cells.map(harmless));
});
