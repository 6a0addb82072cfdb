import { describe, expect, it } from 'vitest';
import { deskFilterParams, readDeskFilter, sortShown, statusesShown } from './desk-filter';
import { orderWhere } from './desk-where';
import { zonedTime } from './zoned-time';

const facts = {
  assets: [
    { code: 'RUB', scale: 2 },
    { code: 'BTC', scale: 8 },
  ],
  timeZone: 'Europe/Moscow',
};
const read = (text: string) => readDeskFilter(new URLSearchParams(text));

describe('filters of the desk', () => {
  it('come back from the address as they were put there', () => {
    const { filter, problems } = read(
      'status=all&status=completed&min=1%20500,5&asset=RUB&email=A@B.test&operator=none&since=2026-01-31',
    );
    expect(problems).toEqual([]);
    expect(readDeskFilter(deskFilterParams(filter)).filter).toEqual(filter);
  });

  it('tell an e-mail, a number and requisites apart', () => {
    expect(read('q=ivan@').filter.email).toBe('ivan@');
    expect(read('q=https://k.test/orders/ord_0123456789abcdef/x').filter.id).toBe('ord_0123456789abcdef');
    expect(read('q=4111 1111').filter.requisites).toBe('4111 1111');
  });

  it('name what could not be read, and drop it alone', () => {
    const { filter, problems } = read('min=1e9&since=2026-02-30&status=completed&from=x');
    expect(problems).toEqual(['from', 'since', 'min']);
    expect(filter.status).toEqual(['completed']);
    expect(read('since=0000-01-01&until=9999-12-31').problems).toEqual(['since', 'until']);
  });

  it('look through all orders once something is sought', () => {
    expect(statusesShown(read('').filter)).toEqual(['waiting']);
    expect(statusesShown(read('q=a@b').filter)).toEqual(['all']);
    expect(sortShown(read('').filter)).toBe('oldest');
    expect(sortShown(read('status=completed').filter)).toBe('newest');
  });
});

describe('filters as SQL', () => {
  it('never write what was typed into the statement', () => {
    const { sql, params } = orderWhere(read("email=x'%;--&requisites=a'b;c&status=all").filter, facts, 3);
    expect(sql).toBe(
      'o.deleted_at IS NULL AND o.email ~>=~ $3 AND o.email ~<~ $4 AND o.search_keys @> ARRAY[$5]::text[]',
    );
    expect(params).toEqual(["x'%;--", "x'%;--\u{10ffff}", "a'b;c"]);
  });

  it('read a decimal in the units of each asset', () => {
    const { params } = orderWhere(read('status=all&min=0.005&max=1').filter, facts);
    expect(params).toEqual(['RUB', 1n, 100n, 'BTC', 500_000n, 100_000_000n]);
  });

  it('find nothing for an asset that is not there', () => {
    expect(orderWhere(read('status=all&asset=XXX').filter, facts).sql).toContain('false');
  });
});

describe('times on the wall clock of the office', () => {
  it.each([
    ['2026-11-22T14:30', 'Europe/Moscow', '2026-11-22T11:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(zonedTime(text, zone)?.toISOString()).toBe(expected);
  });

  it('is nothing where no time was written', () => {
    expect(zonedTime('tomorrow', 'Europe/Moscow')).toBeNull();
    expect(zonedTime('2026-13-01T00:00', 'Europe/Moscow')).toBeNull();
  });
});
