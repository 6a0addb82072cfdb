import { audit } from '@/lib/audit';
import { inTransaction, type Tx } from '@/lib/db';
import { secretPlace } from '@/lib/payments/connection';
import { isStale, seal, unseal } from '@/lib/payments/vault';
import { sealedSecrets } from './held-secrets';

export type Rotation = {
  connections: number;
  /** Sealed anew with the present key. */
  resealed: number;
  /** Were sealed with it already. */
  fresh: number;
  /** Places whose key is not given any more, or that were tampered with: left as they are. */
  unreadable: string[];
};

const batchSize = 50;

/**
 * Seals every secret anew that is not sealed with the first of KANTOR_VAULT_KEYS. In batches, each one transaction:
 * whatever stops it, running it again goes on. Nothing is lost: what cannot be opened stays and is told.
 */
export async function rotateSecrets(): Promise<Rotation> {
  const rotation: Rotation = { connections: 0, resealed: 0, fresh: 0, unreadable: [] };
  for (let after = ''; ; ) {
    // Counted inside and added afterwards: a transaction that is tried again counts anew.
    const batch = await inTransaction((tx) => rotateBatch(tx, after));
    rotation.connections += batch.connections;
    rotation.resealed += batch.resealed;
    rotation.fresh += batch.fresh;
    rotation.unreadable.push(...batch.unreadable);
    if (batch.last === null) return rotation;
    after = batch.last;
  }
}

async function rotateBatch(tx: Tx, after: string): Promise<Rotation & { last: string | null }> {
  const rows = await tx.query<{ id: string; secrets: unknown }>(
    'SELECT id, secrets FROM system_connections WHERE id > $1 ORDER BY id LIMIT $2 FOR UPDATE',
    [after, batchSize],
  );
  const batch = { connections: rows.length, resealed: 0, fresh: 0, unreadable: [] as string[] };
  for (const { id, secrets } of rows) {
    const anew: Record<string, string> = {};
    for (const [field, sealed] of Object.entries(sealedSecrets(secrets))) {
      const place = secretPlace(id, field);
      const opened = opening(sealed, place);
      if (opened === null) batch.unreadable.push(place);
      else if (isStale(sealed)) anew[field] = seal(opened, place);
      else batch.fresh += 1;
    }
    const count = Object.keys(anew).length;
    if (count === 0) continue;
    batch.resealed += count;
    await tx.query('UPDATE system_connections SET secrets = secrets || $2::jsonb WHERE id = $1', [
      id,
      JSON.stringify(anew),
    ]);
    await audit(tx, {
      actor: { kind: 'system' },
      action: 'connection.reseal',
      subject: id,
      after: { fields: Object.keys(anew) },
    });
  }
  return { ...batch, last: rows.length < batchSize ? null : (rows.at(-1)?.id ?? null) };
}

function opening(sealed: string, place: string): string | null {
  try {
    return unseal(sealed, place);
  } catch {
    // Told by its place in the end; why is one of two things, and both need the same.
    return null;
  }
}
