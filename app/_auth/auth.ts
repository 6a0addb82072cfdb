import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { signOutSession } from '@/lib/auth/revoke-sessions';
import { sessionSeconds } from '@/lib/auth/session-policy';
import { signIn as beginSession } from '@/lib/auth/sign-in';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { clientIp } from './client-ip';
import { isSecure, ownCookie, sessionIdOf } from './session-cookie';

/** A refused sign-in on its way through Auth.js; `code` is all that it would put into an address. */
export class SignInRefused extends CredentialsSignin {
  override code: string;

  constructor(readonly refusal: AppError) {
    super(refusal.code);
    this.code = refusal.code;
  }
}

/**
 * Auth.js carries the cookie and nothing more: an encrypted token that holds the id of our session. Whether that
 * session still lives, and what its person may do, is asked of the database by `currentActor` on every request. It is
 * called by our own actions alone; the addresses it would answer by itself have no route.
 */
export const { signIn, signOut } = NextAuth(() => {
  const { KANTOR_URL, AUTH_SECRET } = env();
  // Auth.js takes its own address from here; otherwise it would believe the request's Host header.
  process.env.AUTH_URL = `${KANTOR_URL}/api/auth`;
  return {
    secret: AUTH_SECRET,
    basePath: '/api/auth',
    trustHost: true,
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    cookies: {
      sessionToken: ownCookie('session'),
      callbackUrl: ownCookie('callback'),
      csrfToken: ownCookie('csrf'),
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [Credentials({ credentials: { email: {}, password: { type: 'password' } }, authorize })],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      // Nothing about the person.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => (url.startsWith(`${KANTOR_URL}/`) ? url : `${KANTOR_URL}/`),
    },
    events: {
      signOut: async (message) => {
        const sessionId = 'token' in message ? message.token?.sid : undefined;
        if (typeof sessionId === 'string') await signOutSession({ sessionId });
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof SignInRefused)) log.warn({ err: error }, 'Auth.js refused a request');
      },
      warn: (code) => log.debug({ code }, 'Auth.js warns'),
      debug: () => {},
    },
  } satisfies NextAuthConfig;
});

async function authorize(credentials: Partial<Record<string, unknown>>, request: Request) {
  try {
    const { sessionId } = await beginSession({
      email: String(credentials.email ?? ''),
      password: String(credentials.password ?? ''),
      ip: clientIp(request.headers),
      userAgent: request.headers.get('user-agent') ?? '',
      previousSessionId: await sessionIdOf(request.headers.get('cookie')),
    });
    return { id: sessionId };
  } catch (error) {
    throw error instanceof AppError ? new SignInRefused(error) : error;
  }
}
