export type CsvDelimiter = ',' | ';';

// Full-width forms count too: spreadsheets of Asian locales fold them.
const RUNS_AT_START = /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
// A spreadsheet set to the other delimiter cuts the row there, quotes or not, and starts a new cell.
const RUNS_AFTER_CUT = /([,;\r\n])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;

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
  if (PLAIN_DECIMAL.test(text)) return text;
  const disarmed = text.replace(RUNS_AFTER_CUT, "$1'");
  return RUNS_AT_START.test(disarmed) ? `'${disarmed}` : disarmed;
}

/** Quotes by RFC 4180; the other delimiter counts too, for readers that guess. */
function quoteCell(text: string, delimiter: CsvDelimiter): string {
  const needsQuotes = text.includes(delimiter) || /[",;\r\n\t]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
