import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { makeOffice, type TestOffice } from '@/lib/exchange/testing/office';
import { freePort } from '@/scripts/free-port';
import { joinPostgres } from '@/scripts/postgres';
import { readPostmaster } from '@/scripts/postmaster-file';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { startTestCluster, type TestCluster } from '@/scripts/testing/test-cluster';
import { callApi } from './support/api-client';
import { letCustomersCome } from './support/customers';
import { expectAllLettersSent, expectWholeStories, letLeasesRunOut } from './support/whole-story';

const given = process.env.DATABASE_URL;
let cluster: TestCluster;
let settings: string[];
let server: KillableServer;
let office: TestOffice;

beforeAll(async () => {
  // One for this test alone, which waits for the disk as a real one does and comes back on its port.
  settings = [`port=${await freePort()}`];
  cluster = await startTestCluster('killed', 'kantor', settings);
  process.env.DATABASE_URL = cluster.url;
  office = await makeOffice({ reserveUnits: 1_000_000_000_000n, pool: 3 });
  server = await killableServer();
  await server.start();
});

afterAll(async () => {
  await server?.stop();
  await closeDatabase();
  await cluster?.stop();
  if (given) process.env.DATABASE_URL = given;
});

function killPostgres(): void {
  const running = readPostmaster(path.resolve(cluster.dir, 'postgres'));
  if (!running) throw new Error('PostgreSQL does not run');
  process.kill(running.pid, 'SIGKILL');
}

const healthStatus = async () => (await fetch(`${server.url}/api/health`)).status;
const expectHealth = (status: number) =>
  expect.poll(healthStatus, { timeout: 30_000, interval: 200 }).toBe(status);

it('PostgreSQL is killed under load: the server says so, comes back by itself, and nothing acknowledged is lost', async () => {
  await expectHealth(200);
  let over = false;
  const customers = letCustomersCome(server.url, office, 20, () => over);
  for (let kill = 1; kill <= 2; kill += 1) {
    await pause(2_000 + Math.random() * 1_000);
    killPostgres();
    await expectHealth(503);
    const refused = await callApi(server.url, '/quotes', {
      body: { from: office.bank.code, to: office.coin.code, give: '5000' },
    });
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    const again = await joinPostgres({ dir: cluster.dir, settings });
    expect(server.hasEnded()).toBe(false);
    await expectHealth(200);
    const stop = cluster.stop;
    cluster.stop = async () => {
      await again.leave();
      await stop();
    };
  }
  await pause(2_000);
  over = true;
  const told = await customers;
  expect(told.wrong).toEqual([]);
  await letLeasesRunOut();
  await expectAllLettersSent();
  expect(await expectWholeStories()).toBeGreaterThanOrEqual(20);
  const kept = await query<{ id: string; key: string }>('SELECT id, idempotency_key AS key FROM orders');
  const pairs = (rows: { id: string; key: string }[]) => rows.map(({ id, key }) => `${id} ${key}`).sort();
  expect(pairs(kept)).toEqual(pairs(told.orders.map(({ id, key }) => ({ id, key: `api:${key}` }))));
});
