import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';

export type DeskChoices = {
  methods: { id: string; code: string; titles: Localized }[];
  assets: string[];
  people: { id: string; name: string }[];
};

/** What the desk's filters offer; methods that are switched off too, since their orders are still there. */
export async function deskChoices(actor: Actor): Promise<DeskChoices> {
  requireRole(actor, ...deskRoles);
  const [methods, assets, people] = await Promise.all([
    query<DeskChoices['methods'][number]>(
      'SELECT id, code, titles FROM payment_methods ORDER BY kind, sort, code',
    ),
    query<{ code: string }>('SELECT code FROM assets ORDER BY code'),
    query<{ id: string; name: string }>(
      `SELECT id, coalesce(nullif(name, ''), email) AS name FROM users
       WHERE roles && ARRAY['operator', 'admin', 'owner']::"Role"[] ORDER BY 2`,
    ),
  ]);
  return { methods, assets: assets.map(({ code }) => code), people };
}
