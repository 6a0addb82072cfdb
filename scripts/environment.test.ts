import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareEnvironment } from './environment';

const secret = () => randomBytes(32).toString('hex');

/** What the start in production says, with these variables beside what it needs. */
async function notes(variables: Record<string, string>): Promise<string> {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const given = { KANTOR_URL: 'https://exchange.example', TRUSTED_PROXIES: '', ...variables };
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  await prepareEnvironment();
  return warn.mock.calls.join('\n');
}

beforeEach(() => {
  vi.stubEnv('KANTOR_ENV', 'production');
  vi.stubEnv('KANTOR_SECRET', secret());
  vi.stubEnv('AUTH_SECRET', secret());
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('a start in production', () => {
  it('says that everybody would count as one behind a proxy that it does not know of', async () => {
    expect(await notes({})).toContain('TRUSTED_PROXIES=1');
    expect(await notes({ TRUSTED_PROXIES: '0' })).toContain('TRUSTED_PROXIES=1');
    vi.restoreAllMocks();
    expect(await notes({ TRUSTED_PROXIES: '1' })).not.toContain('TRUSTED_PROXIES');
    expect(await notes({ KANTOR_URL: 'http://localhost:3000' })).not.toContain('TRUSTED_PROXIES');
  });

  it.each([
    ['KANTOR_SECRET', ''],
    ['AUTH_SECRET', 'change-me-change-me-change-me-change-me'],
    ['KANTOR_URL', 'http://exchange.example'],
  ])('is refused, naming it, with %s as "%s"', async (name, value) => {
    await expect(notes({ [name]: value })).rejects.toThrow(name);
  });
});
