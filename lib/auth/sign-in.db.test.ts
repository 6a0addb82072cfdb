import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { addMinutes, now, shiftClock } from '@/lib/clock';
import { closeDatabase, query } from '@/lib/db';
import { loadActor } from './load-actor';
import { revokeSessionsOf, signOutSession } from './revoke-sessions';
import { endOtherSessions, endSession, listSessions } from './sessions';
import { signIn } from './sign-in';
import { enterAs, freshIp, lettersTo, makeUser, testPassword } from './testing';

const attempt = (email: string, password: string, ip = freshIp()) =>
  signIn({ email, password, ip, userAgent: 'test' });

afterAll(closeDatabase);
afterEach(() => shiftClock(0));

describe('signing in', () => {
  it('begins a session for the right password, in any case of the e-mail', async () => {
    const { userId, email } = await makeUser();
    const ip = freshIp();
    const { sessionId } = await attempt(` ${email.toUpperCase()} `, testPassword, ip);
    expect(await loadActor({ sessionId, ip })).toMatchObject({ userId, email, roles: ['customer'] });
  });

  it('refuses unknown, wrong, passwordless and disabled in the same words', async () => {
    const { email } = await makeUser();
    const invited = await makeUser({ password: false });
    const disabled = await makeUser();
    await query('UPDATE users SET disabled_at = now() WHERE id = $1', [disabled.userId]);
    const refusal = { code: 'sign_in_failed', params: {}, fields: {} };
    await expect(attempt('nobody@example.com', testPassword)).rejects.toMatchObject(refusal);
    await expect(attempt(email, 'wrong password')).rejects.toMatchObject(refusal);
    await expect(attempt(invited.email, testPassword)).rejects.toMatchObject(refusal);
    await expect(attempt(disabled.email, testPassword)).rejects.toMatchObject(refusal);
  });

  it('takes about as long for an unknown e-mail as for a wrong password', async () => {
    const { email } = await makeUser();
    const taken = { unknown: [] as number[], wrong: [] as number[] };
    const timed = async (times: number[], work: () => Promise<unknown>) => {
      const begun = performance.now();
      await work().catch(() => {});
      times.push(performance.now() - begun);
    };
    // In turns: what else the machine does meanwhile meets both alike.
    for (let time = 0; time < 9; time += 1) {
      await timed(taken.unknown, () => attempt('nobody2@example.com', 'wrong password'));
      await timed(taken.wrong, () => attempt(email, 'wrong password'));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[4] ?? 0;
    const [unknown, wrong] = [median(taken.unknown), median(taken.wrong)];
    // Without the dummy's hash the one would take a tenth of the other.
    expect(Math.max(unknown, wrong) / Math.min(unknown, wrong)).toBeLessThan(2.5);
  });

  it('stops guessing at one account after ten tries, with the time to wait', async () => {
    const { email } = await makeUser();
    for (let time = 0; time < 10; time += 1) {
      await expect(attempt(email, 'wrong password')).rejects.toMatchObject({ code: 'sign_in_failed' });
    }
    const refused = attempt(email, testPassword);
    await expect(refused).rejects.toMatchObject({ code: 'too_many_requests' });
    const { params } = await refused.catch((error) => error);
    expect(Number(params.seconds)).toBeGreaterThan(0);
  });

  it('limits an e-mail without an account in the same way', async () => {
    for (let time = 0; time < 10; time += 1) await attempt('ghost@example.com', 'x').catch(() => {});
    await expect(attempt('ghost@example.com', 'x')).rejects.toMatchObject({ code: 'too_many_requests' });
  });

  it('lets somebody in from an address he has used while a stranger guesses elsewhere', async () => {
    const { email } = await makeUser();
    const home = freshIp();
    await attempt(email, testPassword, home);
    for (let time = 0; time < 11; time += 1) await attempt(email, 'wrong password').catch(() => {});
    await expect(attempt(email, testPassword)).rejects.toMatchObject({ code: 'too_many_requests' });
    await expect(attempt(email, testPassword, home)).resolves.toHaveProperty('sessionId');
  });

  it('stops one address that tries many accounts; right passwords do not count', async () => {
    const ip = freshIp();
    const { email } = await makeUser();
    for (let time = 0; time < 5; time += 1) await attempt(email, testPassword, ip);
    for (let time = 0; time < 60; time += 1) await attempt(`${time}@example.org`, 'x', ip).catch(() => {});
    await expect(attempt(email, testPassword, ip)).rejects.toMatchObject({ code: 'too_many_requests' });
  }, 60_000);

  it('says in words what is wrong with hostile input', async () => {
    await expect(attempt('not an e-mail', 'x')).rejects.toMatchObject({
      fields: { email: { key: 'email' } },
    });
    await expect(attempt('', '')).rejects.toMatchObject({
      fields: { email: { key: 'required' }, password: { key: 'required' } },
    });
    await expect(attempt('a@example.com', 'x'.repeat(10_000))).rejects.toMatchObject({
      fields: { password: { key: 'tooLong' } },
    });
    await expect(attempt('a@example.com\r\nBcc: b@example.com', 'x')).rejects.toMatchObject({
      fields: { email: { key: 'email' } },
    });
  });

  it('ends the session this browser had before', async () => {
    const { email } = await makeUser();
    const before = await enterAs(email);
    await signIn({
      email,
      password: testPassword,
      ip: before.ip,
      userAgent: 'test',
      previousSessionId: before.sessionId,
    });
    expect(await loadActor(before)).toBeNull();
  });

  it('tells staff of a sign-in from a new address, once', async () => {
    const { email } = await makeUser({ roles: ['operator'] });
    const ip = freshIp();
    await enterAs(email, ip);
    await enterAs(email, ip);
    await enterAs(email);
    expect(await lettersTo(email)).toEqual(['staff_sign_in', 'staff_sign_in']);
    const [{ count } = { count: 0n }] = await query<{ count: bigint }>(
      `SELECT count(*) AS count FROM audit_records WHERE action = 'staff.sign_in' AND actor_name = 'Anna'`,
    );
    expect(count).toBeGreaterThanOrEqual(3n);
  });
});

describe('a session', () => {
  it('is over at once when it is signed out, revoked, run out or its account disabled', async () => {
    const { userId, email } = await makeUser();
    const [signedOut, others, disabled] = [
      await enterAs(email),
      await enterAs(email),
      await enterAs((await makeUser()).email),
    ];
    await signOutSession(signedOut);
    expect(await loadActor(signedOut)).toBeNull();
    await revokeSessionsOf({ query }, { userId });
    expect(await loadActor(others)).toBeNull();
    await query('UPDATE users SET disabled_at = now() WHERE id = $1', [disabled.userId]);
    expect(await loadActor(disabled)).toBeNull();
  });

  it('runs out after thirty days, and for staff after a pause of twelve hours', async () => {
    const customer = await enterAs((await makeUser()).email);
    const cashier = await enterAs((await makeUser({ roles: ['cashier'] })).email);
    shiftClock(addMinutes(now(), 13 * 60).getTime() - Date.now());
    expect(await loadActor(customer)).not.toBeNull();
    expect(await loadActor(cashier)).toBeNull();
    shiftClock(31 * 24 * 3_600_000);
    expect(await loadActor(customer)).toBeNull();
  });

  it('carries the roles of this moment', async () => {
    const { userId, email } = await makeUser({ roles: ['operator'] });
    const actor = await enterAs(email);
    await query(`UPDATE users SET roles = '{customer}' WHERE id = $1`, [userId]);
    expect((await loadActor(actor))?.roles).toEqual(['customer']);
  });

  it('can be ended by its owner from elsewhere, and by nobody else', async () => {
    const { email } = await makeUser();
    const [here, there, third] = [await enterAs(email), await enterAs(email), await enterAs(email)];
    const stranger = await enterAs((await makeUser()).email);
    await expect(endSession({ sessionId: there.sessionId, actor: stranger })).rejects.toMatchObject({
      code: 'not_found',
    });
    await endSession({ sessionId: there.sessionId, actor: here });
    expect(await loadActor(there)).toBeNull();
    expect(await endOtherSessions({ actor: here })).toBe(1);
    expect(await loadActor(third)).toBeNull();
    expect(await listSessions({ actor: here })).toMatchObject([{ id: here.sessionId, current: true }]);
  });

  it('is not found by what is no id', async () => {
    const ip = freshIp();
    for (const sessionId of ['', "' OR true --", 'ses_\0', 'usr_0000000000000000']) {
      expect(await loadActor({ sessionId, ip })).toBeNull();
    }
  });
});
