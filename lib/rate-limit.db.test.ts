import { afterAll, describe, expect, it, vi } from 'vitest';
import { closeDatabase, pool, query } from '@/lib/db';
import { env } from '@/lib/env';
import { addressKey, clearExpiredLimits, forgetLimit, giveBack, limit } from './rate-limit';

const rule = { points: 3, seconds: 60 };
const refusal = { code: 'too_many_requests' };
const times = (count: number, work: () => Promise<void>) =>
  Promise.allSettled(Array.from({ length: count }, work));

afterAll(closeDatabase);

describe('a limit', () => {
  it('lets so many through, however many come at once, and says how long to wait', async () => {
    const results = await times(20, () => limit('test', 'at once', rule));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const refused = await limit('test', 'at once', rule).catch((error) => error);
    expect(refused).toMatchObject(refusal);
    expect(Number(refused.params.seconds)).toBeGreaterThan(0);
    expect(Number(refused.params.seconds)).toBeLessThanOrEqual(60);
  });

  it('counts each name and each key apart', async () => {
    await times(3, () => limit('test', 'apart', rule));
    await limit('other', 'apart', rule);
    await limit('test', 'another', rule);
    await expect(limit('test', 'apart', rule)).rejects.toMatchObject(refusal);
  });

  it('begins anew when the window is over, and when it is told to', async () => {
    const short = { points: 1, seconds: 1 };
    await limit('short', 'key', short);
    await expect(limit('short', 'key', short)).rejects.toMatchObject(refusal);
    await vi.waitFor(() => limit('short', 'key', short), { timeout: 5_000, interval: 200 });
    await times(3, () => limit('test', 'forgotten', rule));
    await forgetLimit('test', 'forgotten', rule);
    await limit('test', 'forgotten', rule);
  });

  it('takes a time back', async () => {
    for (let time = 0; time < 10; time += 1) {
      await limit('test', 'given back', rule);
      await giveBack('test', 'given back', rule);
    }
  });

  it('keeps no key in clear and takes one of any length', async () => {
    await limit('test', `anna@example.com${'x'.repeat(10_000)}`, rule);
    const rows = await query<{ key: string }>('SELECT key FROM rate_limits');
    expect(rows.some(({ key }) => key.includes('anna'))).toBe(false);
  });

  it('waits less for a slow database than other work does, and still counts', async () => {
    const slow = vi.spyOn(pool(), 'query').mockImplementation(() => new Promise(() => {}));
    try {
      const begun = performance.now();
      const results = await times(5, () => limit('slow', 'key', rule));
      expect(performance.now() - begun).toBeLessThan(env().DATABASE_WAIT_MS);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    } finally {
      slow.mockRestore();
    }
  });

  it('leaves nothing behind that has run out', async () => {
    await query(`INSERT INTO rate_limits (key, points, expire) VALUES ('old', 1, 1)`);
    await clearExpiredLimits();
    expect(await query(`SELECT key FROM rate_limits WHERE key = 'old'`)).toHaveLength(0);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['nonsense', 'unknown'],
  ])('%s counts as %s', (ip, key) => {
    expect(addressKey(ip)).toBe(key);
  });
});
