import type { IdPrefix } from '@/lib/ids';
import type { ListFilter } from '@/lib/payments/list-filter';
import { officeSettings } from '@/lib/settings';
import { midnightSql } from '@/lib/wallet/office-day';

/** One page of a list, and the cursor of the next. */
export type ListPage<Row> = { rows: Row[]; next: string | null };

const pageSize = 50;

type Listed = {
  /** Alias of the listed table. */
  table: string;
  /** What the view shows; null: everything. Words of the code, never of an address. */
  statuses: readonly string[] | null;
  /** What is done stands newest first, what waits oldest first. */
  newestFirst: boolean;
  /** SQL of the moment by which it stands where it stands; without it, when it was made. */
  sortAt?: string;
};

/**
 * Filter, place and order of a page. Its parameters are `$1` to `$6`, by `pageParams`; a list's own begin with `$7`.
 * Statuses are written out, so that an index by status and time is read from its end, however many rows there are.
 */
export function pageSql({ table, statuses, newestFirst, sortAt = `${table}.created_at` }: Listed) {
  const [sign, way] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const ofView = statuses?.map((status) => `'${status}'`).join(', ');
  return {
    where: `${ofView ? `${table}.status IN (${ofView})` : 'true'}
       AND ($1::text IS NULL OR ${table}.method_id = $1)
       AND ($2::date IS NULL OR ${table}.created_at >= ${midnightSql('$2', '$4', 0)})
       AND ($3::date IS NULL OR ${table}.created_at < ${midnightSql('$3', '$4', 1)})
       AND ($5::timestamptz IS NULL OR (${sortAt}, ${table}.id) ${sign} ($5, $6))`,
    order: `ORDER BY ${sortAt} ${way}, ${table}.id ${way} LIMIT ${pageSize + 1}`,
  };
}

/** The parameters of `pageSql`. `after`: the cursor of the page before, of rows whose ids begin like that. */
export async function pageParams(
  { method, since, until }: ListFilter<string>,
  { after = '', prefix }: { after: string | undefined; prefix: IdPrefix },
): Promise<unknown[]> {
  const { timeZone } = await officeSettings();
  const [, ms, id] = new RegExp(`^(\\d{1,15})-(${prefix}_[0-9a-z]{16})$`).exec(after) ?? [];
  const at = ms === undefined ? null : new Date(Number(ms));
  return [method ?? null, since ?? null, until ?? null, timeZone, at, id ?? null];
}

/** A page of what was found, which is one row more where another page follows. */
export function pageOf<Found extends { id: string }, Row>(
  found: Found[],
  sortAt: (row: Found) => Date,
  rowOf: (row: Found) => Row,
): ListPage<Row> {
  const page = found.slice(0, pageSize);
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return { rows: page.map(rowOf), next: last ? `${sortAt(last).getTime()}-${last.id}` : null };
}
