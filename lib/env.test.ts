import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

test('production is never led to stand-ins of payment systems', async () => {
  vi.stubEnv('KANTOR_DOUBLES', 'http://127.0.0.1:4010');
  const read = async (kind: string) => {
    vi.resetModules();
    vi.stubEnv('KANTOR_ENV', kind);
    const { env } = await import('@/lib/env');
    return env().KANTOR_DOUBLES;
  };
  await expect(read('production')).rejects.toThrow('KANTOR_DOUBLES: is for trials');
  expect(await read('demo')).toBe('http://127.0.0.1:4010');
});
