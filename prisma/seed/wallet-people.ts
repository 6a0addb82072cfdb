import type { Role, UserActor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/password';
import { demoPassword } from '@/lib/auth/seed-people';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { type CustomerSeed, customers } from './people';

/** Customers of the demo who have an account and a wallet, by a short name that the stories use. */
const holders = {
  konrad: 'customer@kantor.test',
  anna: 'anna.kovaleva@mail.test',
  dmitry: 'd.sokolov@post.test',
  tatyana: 't.orlova@post.test',
  james: 'james.whitfield@post.test',
  marek: 'marek.nowak@mail.test',
} as const;

export type HolderName = keyof typeof holders;

export type Holder = { actor: UserActor; seed: CustomerSeed };

/** The second cashier: approves what the first one may not do alone. */
const senior = { email: 'senior@kantor.test', name: 'Степан Старшинов', phone: null, locale: 'ru' };

export type WalletPeople = { holders: Record<HolderName, Holder>; senior: UserActor };

/** Makes the accounts that are not there yet, with the demo's password and confirmed e-mails. */
export async function seedWalletPeople(): Promise<WalletPeople> {
  const passwordHash = await hashPassword(demoPassword);
  const entries: [string, Holder][] = [];
  for (const [name, email] of Object.entries(holders)) {
    const seed = customers.find((customer) => customer.email === email);
    if (!seed) throw new RangeError(`no customer ${email}`);
    entries.push([name, { seed, actor: await makeAccount(seed, passwordHash) }]);
  }
  return {
    holders: Object.fromEntries(entries) as Record<HolderName, Holder>,
    senior: await makeAccount(senior, passwordHash),
  };
}

type Account = { email: string; name: string; phone: string | null; locale: string };

async function makeAccount(
  { email, name, phone, locale }: Account,
  passwordHash: string,
): Promise<UserActor> {
  await query(
    `INSERT INTO users (id, email, password_hash, name, phone, locale, email_confirmed_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     ON CONFLICT (email) DO UPDATE SET phone = excluded.phone`,
    [newId('usr'), email, passwordHash, name, phone, locale, now()],
  );
  return actorOf(email);
}

/** A person of the demo as he stands in the database now. */
export async function actorOf(email: string): Promise<UserActor> {
  const [row] = await query<{ userId: string; name: string; roles: Role[]; locale: string }>(
    `SELECT id AS "userId", name, roles::text[] AS roles, locale FROM users WHERE email = $1`,
    [email],
  );
  if (!row) throw new RangeError(`nobody is ${email}`);
  return { kind: 'user', sessionId: 'seed', ip: '192.0.2.20', email, ...row };
}
