import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { makeCashier, makeCustomer, openWallets, suspend, topUpForm } from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { GET as getDay } from './day/route';
import { GET as getPicture } from './operations/[operationId]/picture/route';
import { GET as getReceipt } from './operations/[operationId]/receipt/route';

vi.mock('@/app/_auth/current-actor', () => ({
  actorOfHeaders: async (headers: Headers) =>
    people.get(headers.get('cookie') ?? '') ?? { kind: 'guest', ip: '203.0.113.9' },
}));

/** By their cookie. */
const people = new Map<string, UserActor>();

beforeEach(() => openWallets());

function asked(path: string, actor?: UserActor, headers: Record<string, string> = {}) {
  if (actor) people.set(actor.userId, actor);
  const cookie = actor ? { cookie: actor.userId } : undefined;
  return new Request(`http://localhost:3000/api/till/${path}`, { headers: { ...cookie, ...headers } });
}

const receipt = (operationId: string, actor?: UserActor) =>
  getReceipt(asked(`operations/${operationId}/receipt`, actor), { params: Promise.resolve({ operationId }) });
const picture = (operationId: string, actor?: UserActor) =>
  getPicture(asked(`operations/${operationId}/picture`, actor), { params: Promise.resolve({ operationId }) });

describe('files of the till', () => {
  it('are for those who see the operation: not for its customer, another cashier, a suspended one, a guest', async () => {
    const [cashier, other, customer] = [await makeCashier(), await makeCashier(), await makeCustomer()];
    const { operationId } = await topUpByCashier({ actor: cashier, input: topUpForm(customer) });
    const paper = await receipt(operationId, cashier);
    expect(paper.status).toBe(200);
    expect(paper.headers.get('cache-control')).toBe('private, no-store');
    for (const ask of [receipt, picture]) {
      expect((await ask(operationId, other)).status).toBe(404);
      expect((await ask("' OR 1=1", cashier)).status).toBe(404);
      expect((await ask(operationId, customer.actor)).status).toBe(403);
      expect((await ask(operationId)).status).toBe(401);
    }
    expect((await getDay(asked('day', customer.actor))).status).toBe(403);
    await suspend(cashier.userId);
    expect((await receipt(operationId, cashier)).status).toBe(403);
    expect((await getDay(asked('day', cashier))).status).toBe(403);
  });

  it('are not brought by a link on another site, nor broken by what an address carries', async () => {
    const cashier = await makeCashier();
    const foreign = asked('day', cashier, { 'sec-fetch-site': 'cross-site' });
    expect((await getDay(foreign)).status).toBe(403);
    const odd = asked('day?search=%00&day=%00&status=%F0&locale=%00&__proto__=x', cashier);
    expect((await getDay(odd)).status).toBe(200);
  });

  it('are limited for each person', async () => {
    const [cashier, other] = [await makeCashier(), await makeCashier()];
    const codes = new Set<number>();
    for (let round = 0; round < 31; round += 1) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => picture('tlo_none', cashier)));
      for (const { status } of answers) codes.add(status);
    }
    expect(codes).toEqual(new Set([404, 429]));
    expect((await picture('tlo_none', other)).status).toBe(404);
  });
});
