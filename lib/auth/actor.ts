import { fail } from '@/lib/errors';

export const roles = ['customer', 'cashier', 'operator', 'support', 'accountant', 'admin', 'owner'] as const;

export type Role = (typeof roles)[number];

/** Someone signed in. */
export type UserActor = {
  kind: 'user';
  userId: string;
  sessionId: string;
  email: string;
  name: string;
  roles: Role[];
  locale: string;
  ip: string;
};

/** Whoever asks: passed into every query and command that reads or changes what is not public. */
export type Actor = UserActor | { kind: 'guest'; ip: string } | { kind: 'system' };

/** An owner may everything an admin may; nothing else is implied. */
export function hasRole(actor: Actor, ...wanted: Role[]): boolean {
  if (actor.kind !== 'user') return false;
  return wanted.some(
    (role) => actor.roles.includes(role) || (role === 'admin' && actor.roles.includes('owner')),
  );
}

/** The actor, if he is signed in and has one of the roles. Throws `not_signed_in` or `forbidden`. */
export function requireRole(actor: Actor, ...wanted: Role[]): UserActor {
  if (actor.kind !== 'user') fail('not_signed_in');
  if (!hasRole(actor, ...wanted)) fail('forbidden');
  return actor;
}

/** The signed-in person. Throws `not_signed_in`. */
export function requireUser(actor: Actor): UserActor {
  if (actor.kind !== 'user') fail('not_signed_in');
  return actor;
}

/** How the actor is named in histories and the audit. */
export function actorLabel(actor: Actor): {
  kind: 'user' | 'guest' | 'system';
  id: string | null;
  name: string;
} {
  if (actor.kind === 'user') return { kind: 'user', id: actor.userId, name: actor.name || actor.email };
  return actor.kind === 'guest'
    ? { kind: 'guest', id: null, name: 'guest' }
    : { kind: 'system', id: null, name: 'system' };
}

/** The network address he came from, if any. */
export function actorIp(actor: Actor): string | null {
  return actor.kind === 'system' ? null : actor.ip;
}
