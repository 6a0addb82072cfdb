import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { makeOffice, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { type MailSink, mailSink } from '@/lib/notify/testing/mail-sink';
import { freePort } from '@/scripts/free-port';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { callApi, orderBodyOf } from './support/api-client';
import { expectAllLettersSent, expectWholeStories } from './support/whole-story';

let office: TestOffice;
let server: KillableServer;
let sink: MailSink | undefined;
let port: number;

beforeAll(async () => {
  office = await makeOffice({ pool: 2 });
  port = await freePort();
  server = await killableServer({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  await server.start();
});

afterAll(async () => {
  await server?.stop();
  await sink?.close();
});

async function newOrder(): Promise<string> {
  const quoted = { from: office.bank.code, to: office.coin.code, give: '6000' };
  const quote = await callApi(server.url, '/quotes', { body: quoted });
  const key = `mail-${quote.body.id}`;
  const made = await callApi(server.url, '/orders', { body: orderBodyOf(quote.body.id), key });
  expect(made.status).toBe(201);
  return String(made.body.id);
}

it('the mail server is away: orders go on; when it is back, each letter arrives, once', async () => {
  const orders = await Promise.all([newOrder(), newOrder(), newOrder(), newOrder()]);
  const actor = staff('operator');
  for (const orderId of orders) await finalizeOrder({ orderId, actor });
  // Each was tried in vain, and says why.
  const untried = () =>
    query(`SELECT id FROM letters WHERE state <> 'failed' OR last_error NOT LIKE '%ECONNREFUSED%'`);
  await expect.poll(untried, { timeout: 30_000, interval: 500 }).toEqual([]);
  await expectWholeStories();

  sink = await mailSink(port);
  // The first pause is half a minute, and then some: two ask at the same time.
  await expectAllLettersSent(90_000);
  const kept = await query<{ id: string }>('SELECT id FROM letters');
  expect(kept).toHaveLength(orders.length * 3);
  const arrived = sink.letters.map((letter) => /^Message-ID: <(ltr_\w+)\.1@/im.exec(letter)?.[1]);
  expect(arrived.sort()).toEqual(kept.map(({ id }) => id).sort());
});
