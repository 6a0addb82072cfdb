import { type CsvDelimiter, harmlessSql } from '@/lib/csv-cell';
import type { DeskFilter } from '@/lib/exchange/desk-filter';
import { type DeskFacts, orderBy, orderWhere } from '@/lib/exchange/desk-where';
import { type OrderColumn, orderColumns } from '@/lib/export/order-columns';
import { withLiterals } from '@/lib/export/sql-literals';
import type { Locale } from '@/lib/i18n/locales';

export type OrderQuery = {
  filter: DeskFilter;
  facts: DeskFacts;
  columns: readonly OrderColumn[];
  delimiter: CsvDelimiter;
  locale: Locale;
};

/** One unit of each asset as a decimal with all of the asset's decimals, worked out once: amounts are its multiples. */
const units = `units AS MATERIALIZED (SELECT code, ('1e-' || scale)::numeric AS unit FROM assets)`;

/** Left joins: whatever was renamed or removed since, no order is ever missing from an export. */
const orderSource = `orders o
  LEFT JOIN payment_methods f ON f.id = o.from_method_id LEFT JOIN units fu ON fu.code = o.from_asset
  LEFT JOIN payment_methods t ON t.id = o.to_method_id LEFT JOIN units tu ON tu.code = o.to_asset
  LEFT JOIN users u ON u.id = o.held_by`;

/** `COPY … TO STDOUT` of the orders of a filter, in the order of the desk's list, as CSV without a header. */
export function copyOrdersSql(query: OrderQuery): string {
  const delimiter = query.delimiter === ';' ? ';' : ',';
  return `COPY (${selectOrdersSql(query)}) TO STDOUT WITH (FORMAT csv, DELIMITER '${delimiter}', ENCODING 'UTF8')`;
}

/**
 * What the COPY selects. `OFFSET 0` is a fence: cells are worked out once inside and made harmless outside, where
 * each is named several times.
 */
export function selectOrdersSql({ filter, facts, columns, locale }: Omit<OrderQuery, 'delimiter'>): string {
  const where = orderWhere(filter, facts);
  const inner = columns.map((name, index) => `${cellSql(name, locale)} AS c${index}`);
  const outer = columns.map((name, index) =>
    'typed' in orderColumns[name] ? typedCellSql(`c${index}`) : `c${index}`,
  );
  return `WITH ${units} SELECT ${outer.join(', ')} FROM (
    SELECT ${inner.join(', ')} FROM ${orderSource}
    WHERE ${withLiterals(where.sql, where.params)} ORDER BY ${orderBy(filter)} OFFSET 0) AS cells`;
}

function cellSql(name: OrderColumn, locale: Locale): string {
  const { sql } = orderColumns[name];
  return typeof sql === 'string' ? sql : sql(locale);
}

/** Signs without which no formula begins: most cells have none of them and are spared three further looks. */
const suspicious = String.raw`[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]`;

/** `harmlessSql`, cheaper. The test of hostile cells compares both. */
export function typedCellSql(cell: string): string {
  return `CASE WHEN ${cell} ~ '${suspicious}' THEN ${harmlessSql(cell)} ELSE ${cell} END`;
}
