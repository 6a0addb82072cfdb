import type { PaymentSystem } from '@/lib/payments/contract/system';
import { abilities, abilitiesOf } from './abilities';

export const matrixBegin = '<!-- systems: made by `npm run systems:matrix` -->';
export const matrixEnd = '<!-- systems: end -->';

const heads = ['pay in', 'pre-request', 'callback', 'state', 'pay out', 'refund', 'balance'];

/** What every registered system can do, as a Markdown table, in the registry's order. */
export function systemsMatrix(systems: readonly PaymentSystem[]): string {
  const rows = systems.map((system) => {
    const able = abilitiesOf(system);
    const cells = abilities.map((ability) => (able[ability] ? 'yes' : ''));
    return [`${system.titles.en} (\`${system.code}\`)`, ...cells, system.standing];
  });
  return table([['system', ...heads, 'standing'], ...rows]);
}

/** The text with the table between its markers. Throws where the markers are missing. */
export function withMatrix(text: string, matrix: string): string {
  const [begin, end] = [text.indexOf(matrixBegin), text.indexOf(matrixEnd)];
  if (begin < 0 || end < begin)
    throw new Error(`The text has no place between ${matrixBegin} and ${matrixEnd}.`);
  return `${text.slice(0, begin + matrixBegin.length)}\n\n${matrix}\n\n${text.slice(end)}`;
}

/** Columns of one width each, so that the table can be read in the file too. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
