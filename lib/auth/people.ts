import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { type Actor, type Role, requireRole } from './actor';
import { knownRoles } from './load-actor';
import type { PeopleScope } from './people-scopes';

export type PersonView = {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  confirmed: boolean;
  hasPassword: boolean;
  disabledAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date | null;
  /** On how many devices he is signed in. */
  sessions: number;
};

const selectPerson = `
  SELECT u.id, u.email, u.name, u.roles::text[] AS roles, u.email_confirmed_at IS NOT NULL AS confirmed,
         u.password_hash IS NOT NULL AS "hasPassword", u.disabled_at AS "disabledAt",
         u.created_at AS "createdAt", s.seen AS "lastSeenAt", coalesce(s.living, 0)::int AS sessions
    FROM users u LEFT JOIN LATERAL (
      SELECT max(last_seen_at) AS seen,
             count(*) FILTER (WHERE revoked_at IS NULL AND expires_at > now()) AS living
        FROM sessions WHERE user_id = u.id) s ON true`;

type PeopleQuery = {
  actor: Actor;
  search?: string;
  scope?: PeopleScope;
  /** The e-mail that the page before ended with. */
  after?: string;
  limit?: number;
};

/** Accounts by e-mail, for admins; `search` is a part of the e-mail or of the name. */
export async function listPeople({
  actor,
  search = '',
  scope = 'staff',
  after = '',
  limit = 50,
}: PeopleQuery): Promise<{ people: PersonView[]; next: string | null }> {
  requireRole(actor, 'admin');
  const rows = await query<PersonView>(
    `${selectPerson}
     WHERE u.email > $1
       AND ($2 = '' OR strpos(u.email, lower($2)) > 0 OR strpos(lower(u.name), lower($2)) > 0)
       AND CASE $3 WHEN 'staff' THEN u.roles <> '{customer}' WHEN 'disabled' THEN u.disabled_at IS NOT NULL
                   ELSE true END
     ORDER BY u.email LIMIT $4`,
    [after, search.trim().slice(0, 200).replaceAll('\0', ''), scope, limit + 1],
  );
  const people = rows.slice(0, limit).map(withKnownRoles);
  return { people, next: rows.length > limit ? (people.at(-1)?.email ?? null) : null };
}

/** One account, for admins. Throws `not_found`. */
export async function loadPerson({ actor, userId }: { actor: Actor; userId: string }): Promise<PersonView> {
  requireRole(actor, 'admin');
  if (!isId('usr', userId)) fail('not_found');
  const [row] = await query<PersonView>(`${selectPerson} WHERE u.id = $1`, [userId]);
  return row ? withKnownRoles(row) : fail('not_found');
}

export type PersonChange = {
  id: string;
  at: Date;
  by: string;
  action: string;
  before: { roles?: string[] } | null;
  after: { roles?: string[] } | null;
};

/** What was done to an account and by whom, the latest first. */
export async function changesOfPerson({
  actor,
  userId,
}: {
  actor: Actor;
  userId: string;
}): Promise<PersonChange[]> {
  requireRole(actor, 'admin');
  return query<PersonChange>(
    `SELECT id, at, actor_name AS by, action, before, after FROM audit_records
      WHERE subject = $1 AND action LIKE 'staff.%' ORDER BY at DESC LIMIT 30`,
    [userId],
  );
}

function withKnownRoles(row: PersonView): PersonView {
  return { ...row, roles: knownRoles(row.roles) };
}
