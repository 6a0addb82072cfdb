import { type Actor, requireRole } from '@/lib/auth/actor';
import { ownersRoles } from '@/lib/auth/grantable-roles';
import { query } from '@/lib/db';

export type FoundPerson = {
  userId: string;
  name: string;
  email: string;
  phone: string | null;
  /** Whether he stands in the list of cashiers already. */
  cashier: boolean;
  /** Why he cannot be chosen; null: he can. */
  barred: 'unconfirmed' | 'disabled' | 'owners_only' | null;
};

/** How many are shown at once; whoever is looked for is named more exactly. */
export const foundMax = 20;

/** From so many characters on a search is made; from so many digits on it is one by phone too. */
const searchMin = 2;
const digitsMin = 4;

/**
 * Accounts to name a cashier among, by a part of the name, of the e-mail, or of the phone's digits in any spelling.
 * Those who can be chosen first. Nothing for a search too short. Admins only.
 */
export async function findPeople({
  actor,
  search,
}: {
  actor: Actor;
  search: string;
}): Promise<FoundPerson[]> {
  const admin = requireRole(actor, 'admin');
  const text = search.replaceAll('\0', '').trim().slice(0, 200);
  if ([...text].length < searchMin) return [];
  const digits = phoneDigits(text);
  return query<FoundPerson>(
    `SELECT * FROM (
       SELECT u.id AS "userId", u.name, u.email, u.phone, c.user_id IS NOT NULL AS cashier,
         CASE WHEN u.disabled_at IS NOT NULL THEN 'disabled' WHEN u.email_confirmed_at IS NULL THEN 'unconfirmed'
              WHEN NOT $4 AND u.roles::text[] && $3::text[] THEN 'owners_only' END AS barred
       FROM users u LEFT JOIN cashiers c ON c.user_id = u.id
       WHERE strpos(lower(u.name), lower($1)) > 0 OR strpos(u.email, lower($1)) > 0
          OR ($2 <> '' AND strpos(regexp_replace(coalesce(u.phone, ''), '\\D', '', 'g'), $2) > 0)
     ) found
     ORDER BY barred IS NOT NULL, cashier, email LIMIT ${foundMax}`,
    [text, digits, ownersRoles, admin.roles.includes('owner')],
  );
}

/** The digits of what looks like a phone number, without the trunk 8 that Russians dial for +7; nothing otherwise. */
function phoneDigits(text: string): string {
  if (!/^[\d\s()+.\-\u2010-\u2015]+$/u.test(text)) return '';
  const digits = text.replace(/\D/g, '');
  if (digits.length < digitsMin) return '';
  return digits.length === 11 && digits.startsWith('8') ? digits.slice(1) : digits;
}
