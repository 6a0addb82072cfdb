import { prepare } from './prepare';

/** `npm run owner -- you@example.com`: makes the first owner and prints the link by which the password is set. */
export async function owner([email]: string[]): Promise<void> {
  if (email === undefined || !/^\S+@\S+$/.test(email))
    throw new Error('Usage: npm run owner -- you@example.com');
  const prepared = await prepare();
  const { createOwner } = await import('@/lib/auth/create-owner');
  const { closeDatabase } = await import('@/lib/db');
  try {
    const made = await createOwner({ email });
    console.log(`${made.email} is an owner.`);
    if (made.url !== null) console.log(`The password is set here, once: ${made.url}`);
  } finally {
    await closeDatabase();
    await prepared.release();
  }
  process.exit(0);
}
