import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { askToSignIn } from '@/app/_i18n/ask-to-sign-in';
import { type Actor, hasRole, type Role, type UserActor } from '@/lib/auth/actor';
import { loadActor } from '@/lib/auth/load-actor';
import { log } from '@/lib/log';
import { clientIp } from './client-ip';
import { sessionIdOf } from './session-cookie';

/**
 * Who asks: the person of a living session, otherwise a guest. Once per request; asks the database, so that a session
 * ended elsewhere and a role taken away count at once. Never fails: whoever cannot be recognised is a guest.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const asked = await headers();
  return actorOfHeaders(asked);
});

/** The same for a route handler that has its request at hand. */
export async function actorOfHeaders(asked: Headers): Promise<Actor> {
  const ip = clientIp(asked);
  try {
    const sessionId = await sessionIdOf(asked.get('cookie'));
    const actor = sessionId ? await loadActor({ sessionId, ip }) : null;
    return actor ?? { kind: 'guest', ip };
  } catch (error) {
    log.warn({ err: error }, 'a session could not be looked up');
    return { kind: 'guest', ip };
  }
}

/**
 * For pages: the person who asks, if he has one of the roles. A guest is sent to sign in and comes back afterwards;
 * whoever lacks the role is told that there is no such page, which is all a stranger learns. Without roles: anybody
 * signed in.
 */
export async function requirePageRole(...wanted: Role[]): Promise<UserActor> {
  const actor = await currentActor();
  if (actor.kind !== 'user') return askToSignIn();
  if (wanted.length > 0 && !hasRole(actor, ...wanted)) notFound();
  return actor;
}
