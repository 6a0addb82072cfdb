import { NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { routing } from '@/app/_i18n/routing';
import { env } from '@/lib/env';

const withLocale = createMiddleware(routing);

/**
 * Puts the language into the address, gives the request an id and a script nonce, and sets the headers of every
 * page. It guards nothing: each page and each action asks for its role by itself.
 */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const requestId = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce);

  // Set, never taken over: neither an id nor a nonce is believed from outside.
  const headers = new Headers(request.headers);
  headers.set('x-request-id', requestId);
  headers.set('x-nonce', nonce);
  headers.set('x-kantor-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);

  const { pathname } = request.nextUrl;
  const response = plainFiles.has(pathname)
    ? NextResponse.next({ request: { headers } })
    : withLocale(new NextRequest(request.url, { headers }));

  response.headers.set('x-request-id', requestId);
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  response.headers.set('referrer-policy', referrerPolicy(pathname));
  if (isSecure()) response.headers.set('strict-transport-security', 'max-age=31536000');
  return response;
}

export const config = { matcher: ['/((?!api/|_next/static/|_next/image).*)'] };

/** Icons and the feed: they have no language. */
const plainFiles = new Set(['/favicon.ico', '/icon.svg', '/apple-icon.png', '/rates.xml', '/robots.txt']);

/**
 * The secret of an order and the token of a letter stand in the address and are told to no other site. Not
 * `no-referrer`: under that a form posted without JavaScript has the origin `null`, which actions refuse.
 */
function referrerPolicy(pathname: string): string {
  const secret = /^\/[a-z]{2}\/(orders|confirm-email|reset-password|set-password)(\/|$)/.test(pathname);
  return secret ? 'same-origin' : 'strict-origin-when-cross-origin';
}

function isSecure(): boolean {
  return env().KANTOR_URL.startsWith('https://');
}

/**
 * Scripts run only with this answer's nonce. Style attributes are allowed (server-rendered widths and positions
 * need them), style elements only in development, where the error overlay brings its own.
 */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure() ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
