import type { Queryable } from '@/lib/db';

/**
 * How a table's rows are read by hand-written SQL: `columns` by field, typed over the row, so that a forgotten one does
 * not compile. Names come from the code only.
 */
export type RowColumns<Row> = Record<keyof Row & string, string>;

/** The select list of such a row from the table under that alias. */
export function selectList<Row>(columns: RowColumns<Row>, alias: string): string {
  return Object.entries(columns)
    .map(([field, column]) => `${alias}.${column} AS "${field}"`)
    .join(', ');
}

/** How one row of a table is looked up by its id; `noun` names the statements. */
export function rowLoader<Row extends Record<string, unknown>>(
  table: string,
  columns: RowColumns<Row>,
  noun: string,
): (db: Queryable, id: string, options?: { lock?: boolean }) => Promise<Row | null> {
  const byId = `SELECT ${selectList(columns, 't')} FROM ${table} t WHERE t.id = $1`;
  return async (db, id, { lock = false } = {}) => {
    const [row] = lock
      ? await db.query<Row>(`${byId} FOR UPDATE`, [id], `${noun}_locked`)
      : await db.query<Row>(byId, [id], `${noun}_by_id`);
    return row ?? null;
  };
}
