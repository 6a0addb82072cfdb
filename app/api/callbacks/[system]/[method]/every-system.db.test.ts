import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import type { RawRequest } from '@/lib/payments/contract/notice';
import { noticesOf, stateOfMoney } from '@/lib/payments/testing/door';
import {
  atSampleTime,
  expectNoticed,
  heardSystems,
  openDoor,
  toRequest,
} from '@/lib/payments/testing/each-system';
import { flipped, signatureOf, withSignature } from '@/lib/payments/testing/mutate-notice';
import { GET, POST } from './route';

// Closed systems are heard where they are named only; all of them are here.
await vi.hoisted(async () => {
  const { readdirSync } = await import('node:fs');
  process.env.KANTOR_SYSTEMS = readdirSync('lib/payments/systems').join(',');
});

const systems = await heardSystems();

afterAll(() => shiftClock(0));

it('there are systems to be heard', () => expect(systems.length).toBeGreaterThan(5));

describe.each(systems)('the door of $system.code', (heard) => {
  const { system, notice } = heard;
  let door: { connectionId: string; code: string };
  let genuine: RawRequest;

  beforeAll(atSampleTime);

  beforeEach(async () => {
    door = await openDoor(heard);
    const signed = await notice.signed({});
    if (!signed) throw new Error('the fixture has no notice');
    genuine = signed;
  });

  /** What the sender hears: status and body. */
  async function knock(raw: RawRequest): Promise<{ status: number; body: string }> {
    const place = `/api/callbacks/${system.code}/${door.code}`;
    const context = { params: Promise.resolve({ system: system.code, method: door.code }) };
    const response = await (raw.method === 'GET' ? GET : POST)(toRequest(raw, place), context);
    return { status: response.status, body: await response.text() };
  }

  const wanted = { status: notice.answer.status, body: notice.answer.body };

  async function expectRefused(raw: RawRequest, why?: string): Promise<void> {
    const before = await stateOfMoney();
    expect(await knock(raw)).not.toEqual(wanted);
    expect(await stateOfMoney()).toEqual(before);
    const kept = (await noticesOf(door.code)).at(-1);
    expect(kept?.verdict).not.toBe('accepted');
    if (why) expect(kept).toMatchObject({ verdict: 'refused', reason: why });
  }

  it('believes the true notice, and knows it again', async () => {
    await expectNoticed(notice, door);
    for (let time = 0; time < 3; time += 1) expect(await knock(genuine)).toEqual(wanted);
    const kept = await noticesOf(door.code);
    expect(kept.filter(({ verdict }) => verdict === 'accepted')).toHaveLength(3);
    expect(kept.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(2);
  });

  it('does not believe it of a payment that nobody knows', () => expectRefused(genuine, 'unknown_payment'));

  it('does not believe it of a payment by another account', async () => {
    const other = await openDoor(heard);
    await expectNoticed(notice, other);
    await expectRefused(genuine, 'unknown_payment');
  });

  if (notice.signature === 'none') return;
  const { signature } = notice;

  it('does not believe it where another asset was asked for', async () => {
    await expectNoticed(notice, { ...door, asset: 'XTS' });
    await expectRefused(genuine, 'wrong_asset');
  });

  it('does not believe another amount where the payer cannot choose it', async () => {
    if (system.payIn?.amount !== 'fixed') return;
    await expectNoticed(notice, { ...door, amount: '1' });
    await expectRefused(genuine, 'wrong_amount');
  });

  it('does not believe it unsigned, wrongly signed, of another shop, or a trial', async () => {
    await expectNoticed(notice, door);
    const right = signatureOf(genuine, signature);
    const wrong = [null, '', flipped(right), `${right}0`].map((text) =>
      withSignature(genuine, signature, text),
    );
    const variants = [{ foreignKey: true }, { otherShop: true }, { test: true }] as const;
    for (const variant of variants) {
      const made = await notice.signed(variant);
      if (made) wrong.push(made);
    }
    for (const raw of wrong) await expectRefused(raw);
  });
});
