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
  const refused = refusal(request);
  if (refused)
    return NextResponse.json({ code: refused.code, status: refused.status }, { status: refused.status });
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce);

  // The id was set by lib/request-start.ts when the request came in; a nonce is never taken over.
  const headers = new Headers(request.headers);
  headers.set('x-request-id', requestId);
  headers.set('x-nonce', nonce);
  headers.set('x-kantor-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  // Compared by `isFromOurPages`. The framework compares it with the Host header, which many a proxy in front replaces
  // by its own name for us: every form of the site would be refused.
  const origin = request.headers.get('origin');
  if (origin !== null && isPosted(request)) headers.set('x-forwarded-host', new URL(origin).host);

  const { pathname } = request.nextUrl;
  const response = plainFiles.has(pathname)
    ? NextResponse.next({ request: { headers } })
    : withLocale(new NextRequest(request.url, { headers }));

  response.headers.set('x-request-id', requestId);
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', permissionsPolicy(pathname));
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

/** The till scans wallets' codes with the camera; no other page may ask for it, and none for anything else. */
function permissionsPolicy(pathname: string): string {
  const camera = /^\/[a-z]{2}\/cashier(\/|$)/.test(pathname) ? 'camera=(self)' : 'camera=()';
  return `${camera}, microphone=(), geolocation=(), payment=(), usb=()`;
}

/**
 * What the framework would take for failures of ours: addresses and bodies that nobody can read. What is seen of a body
 * by its first bytes or its length was answered before (lib/request-door.ts).
 */
function refusal(request: NextRequest): { code: string; status: number } | null {
  if (!isReadable(request.nextUrl)) return { code: 'invalid_input', status: 400 };
  if (!isPosted(request)) return null;
  if (!isFromOurPages(request)) return { code: 'forbidden', status: 403 };
  // No browser compresses a form; decompressing what a stranger sends is not for us.
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  const isFormWithoutEnd = /^multipart\/form-data(?!.*;\s*boundary=)/i.test(
    request.headers.get('content-type') ?? '',
  );
  return encoding !== 'identity' || isFormWithoutEnd ? { code: 'unsupported_media_type', status: 415 } : null;
}

function isPosted({ method }: NextRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function isReadable({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): boolean {
  try {
    return ![decodeURIComponent(pathname), ...searchParams.values()].some((text) => text.includes('\0'));
  } catch {
    return false;
  }
}

/**
 * What changes something is posted by our own pages. The framework asks so too, but it believes a forged
 * X-Forwarded-Host, lets the origin `null` pass and answers its refusals as failures of ours.
 */
function isFromOurPages(request: NextRequest): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  return host !== '' && (host === new URL(env().KANTOR_URL).host || host === request.headers.get('host'));
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
