import { prepare } from './prepare';

/**
 * `npm run rotate-keys`: seals every secret of the payment systems anew with the first of KANTOR_VAULT_KEYS. Can be
 * run again at any time, also beside a running office. Ends with 1 where something could not be opened.
 */
export async function rotateKeys(): Promise<void> {
  const prepared = await prepare();
  const { rotateSecrets } = await import('@/lib/payments/connections/rotate-secrets');
  const { closeDatabase } = await import('@/lib/db');
  let unreadable: string[] = [];
  try {
    const rotation = await rotateSecrets();
    unreadable = rotation.unreadable;
    console.log(
      `Connections: ${rotation.connections}. Secrets sealed anew: ${rotation.resealed}, up to date already: ${rotation.fresh}.`,
    );
    if (unreadable.length === 0) console.log('Older keys are not needed any more.');
    else
      console.error(
        `Cannot be opened with the keys given: ${unreadable.join(', ')}. Give the key they were sealed with, or type them anew in the admin area.`,
      );
  } finally {
    await closeDatabase();
    await prepared.release();
  }
  process.exit(unreadable.length === 0 ? 0 : 1);
}
