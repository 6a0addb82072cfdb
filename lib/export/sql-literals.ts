import pg from 'pg';

/**
 * A statement with its values written into it, for COPY, which takes no parameters. Each `$n` of the statement
 * becomes a quoted literal; a value is never read for further places. The statement itself must be our own text and
 * have no `$` elsewhere.
 *
 * Throws RangeError for a value of another kind, for a NUL character, which no PostgreSQL text has, and for a place
 * without a value.
 */
export function withLiterals(sql: string, values: readonly unknown[]): string {
  return sql.replace(/\$(\d+)/g, (_place, digits: string) => {
    const index = Number(digits) - 1;
    if (!(index in values)) throw new RangeError(`no value for $${digits}`);
    return literal(values[index]);
  });
}

function literal(value: unknown): string {
  if (typeof value === 'bigint') return `(${value}::bigint)`;
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `ARRAY[${value.map((item) => quoted(textOnly(item))).join(', ')}]::text[]`;
  throw new RangeError(`no literal for a ${typeof value}`);
}

function textOnly(value: unknown): string {
  if (typeof value !== 'string') throw new RangeError('only texts stand in lists');
  return value;
}

/** `E'…'` with doubled quotes and backslashes, whatever standard_conforming_strings says. */
function quoted(text: string): string {
  if (text.includes('\0')) throw new RangeError('a text has a NUL character');
  return pg.escapeLiteral(text).trimStart();
}
