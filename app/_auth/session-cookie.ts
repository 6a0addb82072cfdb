import { getToken } from 'next-auth/jwt';
import { env } from '@/lib/env';

/** Cookies are only sent over https where the office is reached by https. */
export function isSecure(): boolean {
  return env().KANTOR_URL.startsWith('https://');
}

/** A cookie of ours: unreadable for scripts, not sent from other sites; with https bound to this very host. */
export function ownCookie(name: string) {
  const secure = isSecure();
  return {
    name: `${secure ? '__Host-' : ''}kantor-${name}`,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  };
}

/** Id of the session a request's `Cookie` header carries. Says nothing about whether it still lives. */
export async function sessionIdOf(cookieHeader: string | null): Promise<string | undefined> {
  const { name } = ownCookie('session');
  if (!cookieHeader?.includes(name)) return undefined;
  const token = await getToken({
    // Only the cookie: a bearer of the API is not to be taken for a session.
    req: { headers: new Headers({ cookie: cookieHeader }) },
    secret: env().AUTH_SECRET,
    cookieName: name,
    salt: name,
  });
  return typeof token?.sid === 'string' ? token.sid : undefined;
}
