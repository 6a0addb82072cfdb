import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { env } from '@/lib/env';
import { loadConnection } from '@/lib/payments/connection';
import type { StartAnswer } from '@/lib/payments/contract/pay-in';
import { heardSystems, openDoor } from '@/lib/payments/testing/each-system';
import { startedPayment } from '@/lib/payments/testing/fixture';
import type { Double } from './double';
import { doublesServer } from './server';

/** The simulator lives in the office and needs no double. */
const systems = (await heardSystems()).flatMap(({ system, fixture, notice }) => {
  const double = system.standing === 'simulator' ? undefined : fixture.double?.();
  return double && system.payIn?.check && fixture.pay ? [{ system, fixture, notice, double }] : [];
});
// Closed systems are offered where they are named.
env().KANTOR_SYSTEMS = systems.map(({ system }) => system.code);
afterAll(() => {
  env().KANTOR_DOUBLES = undefined;
});

/** The double over HTTP, and the office's way out led to it. */
async function serve(double: Double): Promise<{ close(): void; behave(mode: string): Promise<void> }> {
  const server = doublesServer([double]);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env().KANTOR_DOUBLES = address;
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
    async behave(mode) {
      for (const host of double.hosts)
        await fetch(`${address}/_doubles/${host}`, { method: 'POST', body: JSON.stringify({ mode }) });
    },
  };
}

/** The start as the system itself would have told it: pages under their own names. */
function asTold(started: StartAnswer): StartAnswer {
  return JSON.parse(JSON.stringify(started).replaceAll(`${env().KANTOR_DOUBLES}/`, 'https://'));
}

describe('the office against the doubles, by its own way out of the house', () => {
  it('finds the systems that can be asked', () => {
    expect(systems.length).toBeGreaterThanOrEqual(12);
  });

  it.each(systems)(
    '$system.code: a payment is started, paid there, and found paid when asked',
    async (one) => {
      const { system, fixture, double } = one;
      const { connectionId } = await openDoor(one);
      const connection = await loadConnection({ query }, connectionId);
      const { start, check } = connection?.system.payIn ?? {};
      if (!connection || !start || !check) throw new Error(`${system.code} cannot be worked with`);
      const server = await serve(double);
      try {
        const at = { ...connection.at, now: () => new Date('2026-09-01T12:00:00Z') };
        const started = await start(at, fixture.payment);
        expect(started.outcome).toBe('started');
        await fixture.pay?.(double, fixture.payment, asTold(started));
        const asked = startedPayment(fixture.payment, started);
        expect(await check(at, asked)).toMatchObject({ outcome: 'settled' });
        for (const mode of ['down', 'garbage', 'rate_limited']) {
          await server.behave(mode);
          expect([mode, (await check(at, asked)).outcome]).toEqual([mode, 'unknown']);
        }
        await server.behave('ok');
        expect(await check(at, asked)).toMatchObject({ outcome: 'settled' });
      } finally {
        server.close();
      }
    },
  );
});
