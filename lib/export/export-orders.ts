import { audit } from '@/lib/audit';
import { type Actor, type Role, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { safeCell } from '@/lib/csv-cell';
import { query } from '@/lib/db';
import { deskFilterParams, statusesShown } from '@/lib/exchange/desk-filter';
import { deskFacts } from '@/lib/exchange/desk-where';
import { columnTitles } from '@/lib/export/column-titles';
import { openExportConnection, startCopy } from '@/lib/export/copy-out';
import { csvStream, type ExportEnd } from '@/lib/export/csv-stream';
import { delimiters, type ExportInput } from '@/lib/export/export-input';
import { askingConnectionName, countExport, exportTimes, refuseTooMany } from '@/lib/export/export-limits';
import { copyOrdersSql } from '@/lib/export/order-query';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

/** Who may take the orders out of the house in one file. */
export const exportRoles = ['operator', 'accountant', 'admin', 'owner'] as const satisfies Role[];

export type OrdersExport = {
  /** Breaks, and does not end, if the file cannot be finished. */
  stream: ReadableStream<Uint8Array>;
  fileName: string;
};

/**
 * All orders of a filter as one CSV file, streamed from one snapshot of the database: UTF-8 with byte order mark,
 * a header row, lines ended by a line feed. Audited as `export.orders` when it begins and `export.orders_end` when
 * it ends, both under the same subject.
 *
 * Throws `not_signed_in`, `forbidden`, `too_many_requests`.
 */
export async function exportOrders({
  actor,
  input,
  signal,
  limits = exportTimes,
}: {
  actor: Actor;
  input: ExportInput;
  signal: AbortSignal;
  limits?: typeof exportTimes;
}): Promise<OrdersExport> {
  const person = requireRole(actor, ...exportRoles);
  await countExport(person.userId);
  const facts = await deskFacts();
  const delimiter = delimiters[input.delimiter];
  const sql = copyOrdersSql({ ...input, delimiter, facts });
  const id = newId('exp');
  const client = await openExportConnection(askingConnectionName);
  const stop = new AbortController();
  running.add(stop);
  try {
    await refuseTooMany(client, person.userId);
    await audit({ query }, { actor, action: 'export.orders', subject: id, after: told(input) });
    const copy = await startCopy(client, sql, facts.timeZone);
    const onEnd = (end: ExportEnd) => {
      running.delete(stop);
      return noteEnd(actor, id, end);
    };
    const ends = AbortSignal.any([signal, stop.signal]);
    const stream = await csvStream({ head: headOf(input), copy, signal: ends, limits, onEnd });
    return { stream, fileName: `orders-${dayIn(facts.timeZone)}.csv` };
  } catch (error) {
    running.delete(stop);
    client.end().catch(() => {});
    throw error;
  }
}

const running = processWide('exports', () => new Set<AbortController>());

/** Breaks every export of this process, so that the server can stop. */
export function stopExports(): void {
  for (const stop of [...running]) stop.abort();
}

/** By the mark spreadsheets know that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

function headOf({ columns, header, locale, delimiter }: ExportInput): Uint8Array {
  const titles = columnTitles[locale];
  const cells = columns.map((name) => (header === 'names' ? name : titles[name]));
  const row = cells.map((text) => safeCell(text, delimiters[delimiter])).join(delimiters[delimiter]);
  return new TextEncoder().encode(`${byteOrderMark}${row}\n`);
}

function told({ filter, columns, delimiter, header, locale }: ExportInput) {
  const asked = deskFilterParams(filter).toString();
  return { filter: asked, shown: statusesShown(filter), columns, delimiter, header, locale };
}

async function noteEnd(actor: Actor, subject: string, end: ExportEnd): Promise<void> {
  await audit({ query }, { actor, action: 'export.orders_end', subject, after: end }).catch((error) =>
    log.error({ err: error, subject, ...end }, 'the end of an export was not audited'),
  );
}

/** `2026-11-22`, as the office's calendar says. */
function dayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now());
}
