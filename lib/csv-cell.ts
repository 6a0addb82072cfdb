export type CsvDelimiter = ',' | ';';

// The patterns stand as text because PostgreSQL reads them too: both engines must mean the same by them.
// Full-width forms count: spreadsheets of Asian locales fold them.
const RUNS = String.raw`[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]`;
const RUNS_AT_START = String.raw`^[ \t\r\n\f\v\u00A0]*${RUNS}|^[\t\r\n]`;
// A spreadsheet set to the other delimiter cuts the row there, quotes or not, and starts a new cell.
const RUNS_AFTER_CUT = String.raw`([,;\r\n])(?=${RUNS})`;
const PLAIN_DECIMAL = String.raw`^-?[0-9]+(?:\.[0-9]+)?$`;

const startExpression = new RegExp(RUNS_AT_START);
const cutExpression = new RegExp(RUNS_AFTER_CUT, 'g');
const decimalExpression = new RegExp(PLAIN_DECIMAL);

/**
 * One cell of a CSV file: text that a spreadsheet would run as a formula is made harmless by an apostrophe,
 * then it is quoted where the format needs it.
 *
 * Plain decimals keep their minus: `-12.5` is a number, not a formula, and with an apostrophe it would be text
 * and drop out of every sum. A plus is not spared: our amounts have none, so it is a phone number or an attack.
 */
export function safeCell(text: string, delimiter: CsvDelimiter): string {
  return quoteCell(harmless(text), delimiter);
}

/** The text with its formulas disarmed, unquoted. */
export function harmless(text: string): string {
  if (decimalExpression.test(text)) return text;
  const disarmed = text.replace(cutExpression, "$1'");
  return startExpression.test(disarmed) ? `'${disarmed}` : disarmed;
}

/**
 * `harmless` as an SQL expression, for exports that PostgreSQL writes itself with COPY (which does the quoting).
 * @param expression trusted SQL of a text value, never anything typed
 */
export function harmlessSql(expression: string): string {
  const disarmed = `regexp_replace(${expression}, '${RUNS_AFTER_CUT}', '\\1''', 'g')`;
  return `CASE WHEN ${expression} ~ '${PLAIN_DECIMAL}' THEN ${expression}
    WHEN ${disarmed} ~ '${RUNS_AT_START}' THEN '''' || ${disarmed} ELSE ${disarmed} END`;
}

/** Quotes by RFC 4180; the other delimiter counts too, for readers that guess. */
function quoteCell(text: string, delimiter: CsvDelimiter): string {
  const needsQuotes = text.includes(delimiter) || /[",;\r\n\t]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
