import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { newId } from '@/lib/ids';
import type { Role } from './actor';
import { hashPassword } from './password';

/** Password of every demo login; printed by `npm start` and never made in production. */
export const demoPassword = 'kantor-demo';

const people: { local: string; name: string; role: Role; locale: string }[] = [
  { local: 'owner', name: 'Olga Owner', role: 'owner', locale: 'en' },
  { local: 'admin', name: 'Anton Admin', role: 'admin', locale: 'en' },
  { local: 'operator', name: 'Oscar Operator', role: 'operator', locale: 'en' },
  { local: 'cashier', name: 'Карина Кассирова', role: 'cashier', locale: 'ru' },
  { local: 'customer', name: 'Конрад Клиентов', role: 'customer', locale: 'ru' },
];

export type DemoPerson = { userId: string; email: string; name: string; role: Role; locale: string };

/** The demo logins, with confirmed e-mails. To be called where a demo is filled, never in production. */
export async function seedPeople(): Promise<DemoPerson[]> {
  const passwordHash = await hashPassword(demoPassword);
  return inTransaction(async (tx) => {
    const made: DemoPerson[] = [];
    for (const { local, name, role, locale } of people) {
      const email = `${local}@kantor.test`;
      const { userId } = await tx.one<{ userId: string }>(
        `INSERT INTO users (id, email, password_hash, name, locale, roles, email_confirmed_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6::text[]::"Role"[], $7, $7)
         ON CONFLICT (email) DO UPDATE SET roles = excluded.roles RETURNING id AS "userId"`,
        [newId('usr'), email, passwordHash, name, locale, [...new Set(['customer', role])], now()],
      );
      made.push({ userId, email, name, role, locale });
    }
    return made;
  });
}
