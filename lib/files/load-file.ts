import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import type { FileKind } from './store-file';

/** What is known of a file before its bytes are read: enough to say who may. */
export type FileFacts = {
  id: string;
  kind: FileKind;
  name: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
  orderId: string | null;
  uploadedBy: string | null;
  createdAt: Date;
};

export type LoadedFile = FileFacts & { bytes: Buffer };

const FACTS = `id, kind, name, content_type AS "contentType", size_bytes AS "sizeBytes", sha256,
  order_id AS "orderId", uploaded_by AS "uploadedBy", created_at AS "createdAt"`;

/**
 * A file for whoever may read it; `may` decides by the facts, and the bytes are read only after it said yes.
 * Throws `not_found` for a file that is not there and for one that is not his alike.
 */
export async function loadFile(
  id: string,
  may: (facts: FileFacts) => boolean | Promise<boolean>,
): Promise<LoadedFile> {
  if (!isId('fil', id)) fail('not_found');
  const [facts] = await query<FileFacts>(`SELECT ${FACTS} FROM files WHERE id = $1`, [id]);
  if (facts === undefined || !(await may(facts))) fail('not_found');
  const [content] = await query<{ bytes: Buffer }>('SELECT bytes FROM files WHERE id = $1', [id]);
  return content === undefined ? fail('not_found') : { ...facts, bytes: content.bytes };
}

/** The receipts of one order, oldest first, without their bytes. The caller has checked who asks. */
export function receiptsOfOrder(orderId: string): Promise<FileFacts[]> {
  return query<FileFacts>(
    `SELECT ${FACTS} FROM files WHERE order_id = $1 AND kind = 'receipt' ORDER BY created_at, id`,
    [orderId],
  );
}
