import { afterEach, describe, expect, it, vi } from 'vitest';

const of = async (proxies: number, forwarded: string | null) => {
  vi.resetModules();
  vi.stubEnv('TRUSTED_PROXIES', String(proxies));
  const { clientIp } = await import('./client-ip');
  return clientIp(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }));
};

afterEach(() => vi.unstubAllEnvs());

describe('the address of a request', () => {
  it.each([
    [0, '192.0.2.1', '192.0.2.1'],
    [0, '::ffff:192.0.2.1', '192.0.2.1'],
    [0, '6.6.6.6, 192.0.2.1', '192.0.2.1'],
    [1, '6.6.6.6, 192.0.2.1, 10.0.0.1', '192.0.2.1'],
    [2, '192.0.2.1, 10.0.0.2, 10.0.0.1', '192.0.2.1'],
    [1, '192.0.2.1', '192.0.2.1'],
    [0, '2001:db8::1', '2001:db8::1'],
    [0, '<script>', '0.0.0.0'],
    [0, null, '0.0.0.0'],
  ])('behind %i proxies, forwarded for %s, is %s', async (proxies, forwarded, ip) => {
    expect(await of(proxies, forwarded)).toBe(ip);
  });
});
