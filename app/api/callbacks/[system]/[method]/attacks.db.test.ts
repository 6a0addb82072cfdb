import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type DoorOffice,
  keptHeadersOf,
  makeDoorOffice,
  noticesOf,
  queuedNotices,
  startedPayment,
  stateOfMoney,
} from '@/lib/payments/testing/door';
import { robokassaAttacks } from '@/lib/payments/testing/robokassa-attacks';
import type { Attack } from '@/lib/payments/testing/robokassa-forms';
import { GET, HEAD, POST } from './route';

vi.mock('@/lib/payments/registry', async (original) => {
  const real = await original<typeof import('@/lib/payments/registry')>();
  const { robokassa } = await import('@/lib/payments/systems/robokassa');
  return {
    ...real,
    paymentSystem: (code: string) => (code === 'robokassa' ? robokassa : real.paymentSystem(code)),
  };
});

const shop = {
  systemCode: 'robokassa',
  settings: { merchantLogin: 'kantor' },
  secrets: { password1: 'first-of-ours', password2: 'second-of-ours', testPassword2: 'second-of-tests' },
};
let office: DoorOffice;
let attacks: Attack[];
let own: Awaited<ReturnType<typeof startedPayment>>;
let addresses = 0;

const passwords = {
  password1: 'first-of-ours',
  password2: 'second-of-ours',
  testPassword2: 'second-of-tests',
};
const foreignPassword2 = 'second-of-theirs';
// The names must be known before the database is there.
const names = robokassaAttacks({ own: 1, other: 2, foreign: 3, ...passwords, foreignPassword2 }).map(
  ({ name }) => name,
);

beforeAll(async () => {
  office = await makeDoorOffice(shop);
  own = await startedPayment(office);
  const other = await startedPayment(office, '6000');
  const theirs = await makeDoorOffice({ ...shop, secrets: { ...passwords, password2: foreignPassword2 } });
  const foreign = await startedPayment(theirs);
  attacks = robokassaAttacks({
    own: own.number,
    other: other.number,
    foreign: foreign.number,
    ...passwords,
    foreignPassword2,
  });
});

/** A request at the door as the server hands it over, from an address of its own. */
function knock(
  { method = 'POST', query = '', headers = {}, body = '' }: Partial<Attack>,
  to: { system?: string; code?: string } = {},
) {
  addresses += 1;
  const { system = 'robokassa', code = office.bank.code } = to;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const chunked = headers['x-chunked'] !== undefined;
  const sent = chunked ? new Blob([new Uint8Array(bytes)]).stream() : new Uint8Array(bytes);
  const request = new Request(`http://localhost/api/callbacks/${system}/${code}${query && '?'}${query}`, {
    method,
    headers: {
      ...form,
      'x-forwarded-for': `10.9.${addresses >> 8}.${addresses & 255}`,
      cookie: 'session=stolen',
      ...headers,
    },
    ...(method === 'POST' && { body: sent, duplex: 'half' }),
  } as RequestInit);
  return (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ system, method: code }) });
}

/** Whatever the reason, these are the only answers: the adapter's one refusal, or a bare status. */
async function told(response: Response): Promise<string> {
  return `${response.status} ${await response.text()}`.trim();
}
const neutral = ['400 refused', '413', '414', '415'];

describe('the callback door believes nothing of', () => {
  it.each(names)('%s', async (name) => {
    const attack = attacks.find((found) => found.name === name);
    if (!attack) throw new Error('no such attack');
    const before = await stateOfMoney();
    const answer = await told(await knock(attack));
    expect(neutral).toContain(answer);
    expect(await stateOfMoney()).toEqual(before);
    const kept = (await noticesOf(office.bank.code)).at(-1);
    expect(kept).toMatchObject({ verdict: 'refused', reason: attack.why });
  });
});

describe('the callback door', () => {
  it('is heard by its method and system only, and keeps nothing of the rest', async () => {
    const before = await stateOfMoney();
    const strangers = [
      { system: 'robokassa', code: 'NOSUCH' },
      { system: 'nosuch', code: office.bank.code },
      { system: 'robokassa', code: office.coin.code },
      { system: 'direct', code: office.bank.code },
      { system: '__proto__', code: office.bank.code },
      { system: '../robokassa', code: office.bank.code },
      { system: 'robokassa', code: "x' OR '1'='1" },
      { system: 'robokassa', code: '\0' },
    ];
    for (const to of strangers) expect(await told(await knock({ body: 'x=1' }, to))).toBe('404');
    expect(await stateOfMoney()).toEqual(before);
    expect(await noticesOf(office.coin.code)).toEqual([]);
  });

  it('takes no other method', () => {
    expect(HEAD().status).toBe(405);
  });

  it('keeps no cookie, and of a session it knows nothing', async () => {
    await knock({ body: 'x=1' });
    expect(await keptHeadersOf(office.bank.code)).not.toMatch(/cookie|stolen/);
  });

  it('believes the true notice in the end, so the attacks were attacks on something that works', async () => {
    const attack = attacks.find(({ name }) => name === 'POST, with the form in the query');
    expect(await told(await knock({ body: attack?.query ?? '' }))).toBe(`200 OK${own.number}`);
    expect((await noticesOf(office.bank.code)).at(-1)).toMatchObject({
      verdict: 'accepted',
      paymentId: own.id,
      outcome: null,
    });
    expect(await queuedNotices()).toHaveLength(1);
  });
});
