import { isIP } from 'node:net';
import { env } from '@/lib/env';

/**
 * The address a request came from. Every proxy appends whom it heard from to X-Forwarded-For, and so does our own
 * server with its peer; what stands further left than our trusted proxies could have written is not believed.
 */
export function clientIp(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const hop = hops.at(-1 - env().TRUSTED_PROXIES) ?? hops[0] ?? '';
  const ip = hop.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(ip) ? ip : '0.0.0.0';
}
