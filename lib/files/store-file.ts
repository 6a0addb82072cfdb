import { createHash } from 'node:crypto';
import { now } from '@/lib/clock';
import type { Queryable } from '@/lib/db';
import { newId } from '@/lib/ids';
import type { CheckedFile } from './check-upload';

export type FileKind = 'receipt' | 'logo';

export type NewFile = {
  kind: FileKind;
  /** What `checkReceipt` or `checkLogo` let through: nothing else is ever stored. */
  file: CheckedFile;
  orderId?: string;
  /** Id of the account, if he who uploaded it is signed in. */
  uploadedBy?: string;
};

/** Keeps a checked file in the transaction of the command it belongs to. @returns its id */
export async function storeFile(tx: Queryable, upload: NewFile): Promise<string> {
  const row = fileRow(upload);
  await tx.query(
    `INSERT INTO files (id, kind, name, content_type, size_bytes, sha256, bytes, order_id, uploaded_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.kind,
      row.name,
      row.contentType,
      row.sizeBytes,
      row.sha256,
      upload.file.bytes,
      row.orderId,
      row.uploadedBy,
      row.createdAt,
    ],
  );
  return row.id;
}

/** The row of a checked file under a new id, for writers that go through Prisma. */
export function fileRow({ kind, file, orderId, uploadedBy }: NewFile) {
  return {
    id: newId('fil'),
    kind,
    name: file.name,
    contentType: file.contentType,
    sizeBytes: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    bytes: new Uint8Array(file.bytes),
    orderId: orderId ?? null,
    uploadedBy: uploadedBy ?? null,
    createdAt: now(),
  };
}
