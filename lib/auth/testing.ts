import type { UserActor } from '@/lib/auth/actor';
import { loadActor } from '@/lib/auth/load-actor';
import { hashPassword } from '@/lib/auth/password';
import { signIn } from '@/lib/auth/sign-in';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';

/** For tests: what people of these tests sign in with. */
export const testPassword = 'correct horse battery';

let hash: Promise<string> | undefined;
let addresses = 0;

/** For tests: an address that no other test uses, so that limits are counted apart. */
export function freshIp(): string {
  addresses += 1;
  return `198.51.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}

type Given = { email?: string; name?: string; roles?: string[]; confirmed?: boolean; password?: boolean };

/** For tests: an account, confirmed and with `testPassword` unless told otherwise. */
export async function makeUser(given: Given = {}): Promise<{ userId: string; email: string }> {
  const { name = 'Anna', roles = [], confirmed = true, password = true } = given;
  hash ??= hashPassword(testPassword);
  const userId = newId('usr');
  const email = given.email ?? `${userId.slice(4)}@example.com`;
  await query(
    `INSERT INTO users (id, email, password_hash, name, locale, roles, email_confirmed_at, created_at)
     VALUES ($1, $2, $3, $7, 'en', $4::text[]::"Role"[], $5, $6)`,
    [
      userId,
      email,
      password ? await hash : null,
      ['customer', ...roles],
      confirmed ? now() : null,
      now(),
      name,
    ],
  );
  return { userId, email };
}

/** For tests: signs an account in and returns it as an actor. */
export async function enterAs(email: string, ip = freshIp()): Promise<UserActor> {
  const { sessionId } = await signIn({ email, password: testPassword, ip, userAgent: 'test' });
  const actor = await loadActor({ sessionId, ip });
  if (!actor) throw new Error(`${email} could not sign in`);
  return actor;
}

/** For tests: the token of the last letter of that kind to an address. */
export async function tokenOf(email: string, code: string): Promise<string> {
  const [letter] = await query<{ props: { url: string } }>(
    'SELECT props FROM letters WHERE to_address = $1 AND code = $2 ORDER BY created_at DESC, id DESC LIMIT 1',
    [email, code],
  );
  if (!letter) throw new Error(`no letter ${code} to ${email}`);
  return new URL(letter.props.url).searchParams.get('token') ?? '';
}

/** For tests: codes of the letters to an address, in their order. */
export async function lettersTo(email: string): Promise<string[]> {
  const rows = await query<{ code: string }>(
    'SELECT code FROM letters WHERE to_address = $1 ORDER BY created_at, id',
    [email],
  );
  return rows.map(({ code }) => code);
}
