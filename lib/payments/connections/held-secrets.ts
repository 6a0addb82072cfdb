import { log } from '@/lib/log';
import { secretPlace } from '@/lib/payments/connection';
import { unseal } from '@/lib/payments/vault';

/**
 * Secrets of a connection in the clear, by field. One that cannot be opened (its key is gone, or it was moved here)
 * counts as not there, so that it is asked for again. Never log or send what this returns.
 */
export function heldSecrets(connectionId: string, secrets: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sealedSecrets(secrets)).flatMap(([field, sealed]) => {
      try {
        return [[field, unseal(sealed, secretPlace(connectionId, field))]];
      } catch (error) {
        log.warn({ err: error, connectionId, field }, 'a secret of a connection cannot be opened');
        return [];
      }
    }),
  );
}

/** The column `secrets` as it stands: sealed texts by field. */
export function sealedSecrets(secrets: unknown): Record<string, string> {
  if (typeof secrets !== 'object' || secrets === null) return {};
  return Object.fromEntries(
    Object.entries(secrets).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
