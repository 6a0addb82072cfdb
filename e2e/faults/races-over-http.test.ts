import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { makeOffice, staff, type TestOffice } from '@/lib/exchange/testing/office';
import { heldOn, lettersOf, transfersOf } from '@/lib/exchange/testing/traces';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { type Answer, callApi, orderBodyOf } from './support/api-client';
import { expectWholeStories } from './support/whole-story';

let server: KillableServer;

beforeAll(async () => {
  // However busy the machine, the database counts: with each process counting for itself more would pass.
  server = await killableServer({ DATABASE_WAIT_MS: '60000' });
  await server.start();
});

afterAll(() => server?.stop());

async function quoteOf(office: TestOffice, amount: object): Promise<string> {
  const body = { from: office.bank.code, to: office.coin.code, ...amount };
  const { status, text, body: quote } = await callApi(server.url, '/quotes', { body });
  expect(status, text).toBe(201);
  return String(quote.id);
}

const post = (quoteId: string, key: string, more: object = {}) =>
  callApi(server.url, '/orders', { body: orderBodyOf(quoteId, more), key });

const countBy = (answers: Answer[]) => {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = [status, body.code].filter(Boolean).join(' ');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

describe('at once over HTTP', () => {
  it('fifty buyers of the last reserve: it is sold once, the others are told what is left', async () => {
    const office = await makeOffice({ reserveUnits: 1_500_000n });
    const quotes = await Promise.all(
      Array.from({ length: 50 }, () => quoteOf(office, { get: '0.01000000' })),
    );
    const answers = await Promise.all(quotes.map((quoteId) => post(quoteId, `last-${quoteId}`)));
    expect(countBy(answers)).toEqual({ '201': 1, '409 no_reserve': 49 });
    for (const { status, body } of answers)
      if (status === 409) expect(body.available).toEqual({ amount: '0.00500000', asset: 'BTC' });
    expect(await heldOn(office.coin.id)).toBe(1_000_000n);
    // Whoever lost may ask again under the same key, and is not given what is not there.
    const loser = answers.findIndex(({ status }) => status === 409);
    expect((await post(String(quotes[loser]), `last-${quotes[loser]}`)).status).toBe(409);
  });

  it('a hundred posts under one key make one order and get one answer', async () => {
    const office = await makeOffice();
    const quoteId = await quoteOf(office, { give: '6000' });
    const body = orderBodyOf(quoteId);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => callApi(server.url, '/orders', { body, key: 'a-hundred-times' })),
    );
    expect(countBy(answers)).toEqual({ '201': 100 });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const made = await query('SELECT id FROM orders WHERE from_method_id = $1', [office.bank.id]);
    expect(made).toHaveLength(1);
  });

  it('claim and cancel of one order: one is first, the other is told', async () => {
    const office = await makeOffice();
    for (let round = 0; round < 5; round += 1) {
      const made = await post(await quoteOf(office, { give: '6000' }), `claim-or-cancel-${round}`);
      const { id, secret } = made.body as { id: string; secret: string };
      const answers = await Promise.all([
        callApi(server.url, `/orders/${id}/claim`, { secret, body: {} }),
        callApi(server.url, `/orders/${id}/cancel`, { secret }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toMatch(
        /^(order_moved|move_not_allowed)$/,
      );
    }
  });

  it('two operators finalize while the customer claims: one posting, one letter, the other is told', async () => {
    const office = await makeOffice();
    const made = await post(await quoteOf(office, { give: '6000' }), 'two-operators');
    const { id, secret } = made.body as { id: string; secret: string };
    const finalize = (name: string) => finalizeOrder({ orderId: id, actor: staff('operator', name) });
    const [, ...outcomes] = await Promise.allSettled([
      callApi(server.url, `/orders/${id}/claim`, { secret, body: {} }),
      finalize('Olga'),
      finalize('Pavel'),
    ]);
    // Whoever read the order before the claim may have to press again.
    if (!outcomes.some(({ status }) => status === 'fulfilled')) await finalize('Irina');
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'order_moved' });
    expect((await transfersOf(id)).filter((kind) => kind === 'completion')).toHaveLength(1);
    expect((await lettersOf(id)).filter((code) => code === 'U3')).toHaveLength(1);
  });

  it('one address that floods is refused with 429 and told how long to wait', async () => {
    const office = await makeOffice();
    const body = { from: office.bank.code, to: office.coin.code, give: '6000' };
    const answers: Answer[] = [];
    for (let wave = 0; wave < 4; wave += 1) {
      const calls = Array.from({ length: 50 }, () =>
        callApi(server.url, '/quotes', { body, ip: '192.0.2.7' }),
      );
      answers.push(...(await Promise.all(calls)));
    }
    expect(countBy(answers)).toEqual({ '201': 120, '429 too_many_requests': 80 });
    for (const { status, headers } of answers)
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('leaves all stories whole', async () => {
    await expectWholeStories();
  });
});
