import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a random text that nobody knows, with the same parameters. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$F9cLffPL8TWIXJpp7K3Hdw$bkVzsQVqCoZzBrHWcFf5Z5FD8K3F5ZqpoyG7NBYT8CY';

/** A hash to keep. The same characters typed in another way (composed or not) are the same password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters);
}

/**
 * Whether the password is the one. Without a hash (no such account, or one that has no password yet) it takes the
 * same time and says no, so that the time tells nothing.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? nobodysHash, password.normalize('NFKC'));
  return storedHash !== null && matches;
}
