import { createTranslator } from 'next-intl';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as getLive } from '@/app/api/live/wallet/route';
import type { UserActor } from '@/lib/auth/actor';
import { makeHolder, moveWallet, switchWallets } from '@/lib/wallet/testing/wallets';
import { walletHistory } from '@/lib/wallet/wallet-queries';
import en from '@/messages/en/wallet.json';
import { pdfText } from '@/scripts/testing/pdf-text';
import { GET as getRecord } from './records/[entryId]/route';
import { GET as getGlance } from './route';
import { GET as getStatement } from './statement/route';

vi.mock('next-intl/server', () => ({
  // The namespace is one of many: which texts it has is not known here.
  getTranslations: async ({ namespace }: { namespace: never }) =>
    createTranslator({ locale: 'en', messages: { wallet: en }, namespace }),
}));

vi.mock('@/app/_auth/current-actor', () => ({
  actorOfHeaders: async (headers: Headers) =>
    people.get(headers.get('cookie') ?? '') ?? { kind: 'guest', ip: '203.0.113.7' },
}));

/** By their cookie. */
const people = new Map<string, UserActor>();

type Person = { userId: string; cookie: string; actor: UserActor };

async function signedIn(): Promise<Person> {
  const { actor, userId } = await makeHolder();
  people.set(userId, actor);
  return { actor, userId, cookie: userId };
}

const asked = (path: string, person?: Person, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000${path}`, {
    headers: { ...(person && { cookie: person.cookie }), ...headers },
  });

const record = (entryId: string, person?: Person) =>
  getRecord(asked(`/api/wallet/records/${entryId}`, person), { params: Promise.resolve({ entryId }) });

const statement = (ask: Record<string, string>, person?: Person, headers?: Record<string, string>) => {
  const params = new URLSearchParams({
    asset: 'RUB',
    from: '2020-01-01',
    to: '2099-12-31',
    format: 'csv',
    locale: 'en',
    ...ask,
  });
  return getStatement(asked(`/api/wallet/statement?${params}`, person, headers));
};

const entryOf = async ({ actor }: Person) => (await walletHistory(actor)).lines[0]?.entryId ?? '';

let anna: Person;
let boris: Person;

beforeEach(async () => {
  await switchWallets();
  [anna, boris] = [await signedIn(), await signedIn()];
  await moveWallet(anna.userId, 'RUB', 150_050n, { details: { receipt: 'K-7742', comment: '=1+1' } });
});

describe('files about a wallet', () => {
  it('are for nobody who is not signed in', async () => {
    for (const answer of [
      await statement({}),
      await record(await entryOf(anna)),
      await getGlance(asked('/api/wallet')),
    ])
      expect(answer.status).toBe(401);
  });

  it('tell a person nothing of another one, not even that a line exists', async () => {
    const foreign = await record(await entryOf(anna), boris);
    const missing = await record('999999999', boris);
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await missing.text());
    expect(await (await statement({}, boris)).text()).not.toContain('K-7742');
    expect(await (await getGlance(asked('/api/wallet', boris))).text()).not.toContain('1500.50');
  });

  it('are one’s own lines with their sums, harmless to spreadsheets, and not kept on the way', async () => {
    const answer = await statement({}, anna);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="wallet-rub-[\d-]+\.csv"$/,
    );
    const text = await answer.text();
    expect(text).toContain('Closing balance,1500.50\n');
    expect(text).toMatch(/,Top-up,1500\.50,RUB,1500\.50,,,,K-7742,,'=1\+1,tlo_/);
  });

  it('can be had as PDF, the statement and the receipt of a line', async () => {
    const whole = pdfText(new Uint8Array(await (await statement({ format: 'pdf' }, anna)).arrayBuffer()));
    expect(whole).toContain('Closing balance1,500.50 RUB');
    expect(whole).toContain('receipt K-7742 · =1+1');
    const receipt = await record(await entryOf(anna), anna);
    expect(receipt.headers.get('content-type')).toBe('application/pdf');
    expect(pdfText(new Uint8Array(await receipt.arrayBuffer()))).toContain('+1,500.50 RUB');
  });

  it('asked for wrongly are refused, and a browser that came by the form goes back to it', async () => {
    const wrong: Record<string, string>[] = [
      { asset: 'XYZ' },
      { asset: "RUB'" },
      { from: '2026-02-30' },
      { to: '2019-01-01' },
      { format: 'exe' },
    ];
    for (const ask of wrong) expect((await statement(ask, anna)).status).toBe(400);
    const back = await statement({ from: 'x', page: '1' }, anna);
    expect([back.status, back.headers.get('location')]).toEqual([
      303,
      '/en/cabinet/wallet/history?problem=invalid_input&asset=RUB&from=x&to=2099-12-31#statement',
    ]);
    for (const entryId of ['-1', '1e3', "1'", '9'.repeat(40)])
      expect((await record(entryId, anna)).status).toBe(404);
  });

  it('are not made for other sites', async () => {
    expect((await statement({}, anna, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('are not made while wallets are off', async () => {
    await switchWallets({ on: false });
    expect((await statement({}, anna)).status).toBe(409);
    expect(await (await getGlance(asked('/api/wallet', anna))).json()).toBeNull();
    expect((await getLive(asked('/api/live/wallet?poll=1', anna))).status).toBe(409);
  });

  it('are limited in number', async () => {
    const answers = await Promise.all(Array.from({ length: 45 }, () => record('1', anna)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});

describe('the version of a wallet that open pages follow', () => {
  const version = async (person?: Person) => (await getLive(asked('/api/live/wallet?poll=1', person))).json();

  it('changes with what moves in it, and with nobody else’s', async () => {
    const before = await version(anna);
    await moveWallet(boris.userId, 'RUB', 100n);
    expect(await version(anna)).toEqual(before);
    await moveWallet(anna.userId, 'RUB', -100n);
    expect(await version(anna)).not.toEqual(before);
  });

  it('is told to nobody who is not signed in', async () => {
    expect((await getLive(asked('/api/live/wallet'))).status).toBe(401);
  });
});
