import { cookies } from 'next/headers';
import type { UserActor } from '@/lib/auth/actor';
import { hasRole } from '@/lib/auth/actor';
import { loadActor } from '@/lib/auth/load-actor';
import { SignInRefused, signIn } from './auth';
import { innerError } from './inner-error';
import { ownCookie, sessionIdOf } from './session-cookie';

/** Signs in and sets the cookie; who it was, or what the command refused with. For server actions. */
export async function enter({
  email,
  password,
}: {
  email: string;
  password: string;
}): Promise<UserActor | null> {
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    throw error instanceof SignInRefused ? error.refusal : innerError(error);
  }
  const { name } = ownCookie('session');
  const value = (await cookies()).get(name)?.value;
  const sessionId = await sessionIdOf(`${name}=${value}`);
  return sessionId ? await loadActor({ sessionId, ip: '0.0.0.0' }) : null;
}

/** Where a person works, to begin there. */
export function homeOf(actor: UserActor | null): string {
  if (!actor) return '/cabinet';
  if (hasRole(actor, 'admin')) return '/admin';
  if (hasRole(actor, 'operator', 'support', 'accountant')) return '/desk';
  return hasRole(actor, 'cashier') ? '/cashier' : '/cabinet';
}
