import type { Actor } from '@/lib/auth/actor';
import {
  fromOperations,
  type NamedOperation,
  readerRights,
  selectOperations,
  toOperationView,
} from '@/lib/cashier/operation-select';
import { type TillReader, tillReader } from '@/lib/cashier/till-reader';
import type { OperationView } from '@/lib/cashier/till-types';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type LoadedFile, loadFile } from '@/lib/files/load-file';
import { isId } from '@/lib/ids';

/** One operation: one's own; any for seniors, admins and accountants. Throws `cashier_off`, `not_found`. */
export async function operationView(actor: Actor, operationId: string): Promise<OperationView> {
  const reader = await tillReader(actor);
  return toOperationView(await namedOperation(reader, operationId), await readerRights(reader));
}

/** The receipt's picture of an operation, for whoever sees the operation. Throws `cashier_off`, `not_found`. */
export async function operationPicture(actor: Actor, operationId: string): Promise<LoadedFile> {
  const { receiptFileId } = await namedOperation(await tillReader(actor), operationId);
  return receiptFileId === null ? fail('not_found') : loadFile(receiptFileId, () => true);
}

/** The operation with its names, if that reader sees it. Throws `not_found`. */
export async function namedOperation(reader: TillReader, operationId: string): Promise<NamedOperation> {
  if (!isId('tlo', operationId)) return fail('not_found');
  const [row] = await query<NamedOperation>(
    `${selectOperations} ${fromOperations} WHERE o.id = $1 AND ($2 OR $3 IN (o.cashier_id, o.reversed_by))`,
    [operationId, reader.all, reader.userId],
  );
  return row ?? fail('not_found');
}
