import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { closeDatabase, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { changePassword } from './change-password';
import { confirmEmail, resendConfirmation } from './confirm-email';
import { loadActor } from './load-actor';
import { loadProfile } from './profile';
import { requestReset } from './request-reset';
import { setPasswordByLink } from './set-password';
import { signIn } from './sign-in';
import { signUp } from './sign-up';
import { enterAs, freshIp, lettersTo, makeUser, testPassword, tokenOf } from './testing';

const newWords = 'entirely different words';

const join = (email: string, password = testPassword, name = 'Anna') =>
  signUp({ email, name, password, locale: 'en', ip: freshIp() });

const useLink = (token: string, purpose: 'reset_password' | 'set_password' = 'reset_password') =>
  setPasswordByLink({ purpose, token, password: newWords, passwordAgain: newWords, ip: freshIp() });

/** An order as a guest leaves it behind; returns its id. */
async function guestOrder(email: string): Promise<string> {
  const id = newId('ord');
  await query(
    `INSERT INTO orders (id, status, type, direction_id, from_method_id, to_method_id, from_asset, to_asset, quote_id,
       give_units, get_units, rate_in, rate_out, fee_give_units, fee_get_units, spread_units, email, locale, ip,
       give_requisites, get_requisites, search_keys, pay_to, idempotency_key, input_hash, created_at, expires_at,
       waiting_since)
     VALUES ($1, 'completed', 'operator', 'd', 'a', 'b', 'RUB', 'BTC', $1, 1, 1, 1, 1, 0, 0, 0, $2, 'en', '::1',
       '{}', '{}', '{}', '[]', $1, '', now(), now(), now())`,
    [id, email],
  );
  return id;
}

async function customerOf(orderId: string): Promise<string | null | undefined> {
  const [row] = await query<{ id: string | null }>('SELECT customer_id AS id FROM orders WHERE id = $1', [
    orderId,
  ]);
  return row?.id;
}

afterAll(closeDatabase);
afterEach(() => shiftClock(0));

describe('signing up', () => {
  it('makes an account that may sign in and is confirmed by the link of the letter', async () => {
    const email = 'new@example.com';
    await join(email);
    expect(await lettersTo(email)).toEqual(['confirm_email']);
    const actor = await enterAs(email);
    expect(await loadProfile({ actor })).toMatchObject({ email, emailConfirmed: false });
    await confirmEmail({ token: await tokenOf(email, 'confirm_email'), actor });
    expect(await loadProfile({ actor })).toMatchObject({ emailConfirmed: true });
  });

  it('answers the same for an address that has an account, tells its owner and changes nothing', async () => {
    const { email } = await makeUser();
    expect(await join(email, newWords)).toEqual({ email });
    expect(await lettersTo(email)).toEqual(['account_exists']);
    await expect(signIn({ email, password: newWords, ip: freshIp(), userAgent: '' })).rejects.toMatchObject({
      code: 'sign_in_failed',
    });
    await enterAs(email);
  });

  it('cannot take over an account that was never confirmed', async () => {
    const { email } = await makeUser({ confirmed: false });
    await join(email, newWords);
    expect(await lettersTo(email)).toEqual(['confirm_email']);
    await enterAs(email);
  });

  it('makes one account when it is sent ten times at once', async () => {
    const email = 'at-once@example.com';
    const given = { email, name: '', password: testPassword, locale: 'en' };
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => signUp({ ...given, ip: freshIp() })),
    );
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await query('SELECT id FROM users WHERE email = $1', [email])).toHaveLength(1);
  });

  it('sends few letters to one mailbox, whoever asks', async () => {
    const { email } = await makeUser();
    for (let time = 0; time < 5; time += 1) await requestReset({ email, ip: freshIp() });
    await expect(join(email)).rejects.toMatchObject({ code: 'too_many_requests' });
    await expect(requestReset({ email, ip: freshIp() })).rejects.toMatchObject({ code: 'too_many_requests' });
  });

  it.each([
    ['a name of 10,000 characters', { name: 'я'.repeat(10_000) }, 'name', 'tooLong'],
    ['a name with NUL', { name: 'a\0b' }, 'name', 'badCharacters'],
    ['a name that turns the text around', { name: 'a\u202Eb' }, 'name', 'badCharacters'],
    ['another header in the e-mail', { email: 'a@b.com\nBcc: c@d.com' }, 'email', 'email'],
    ['two addresses', { email: 'a@b.com,c@d.com' }, 'email', 'email'],
    ['a short password', { password: 'short' }, 'password', 'tooShort'],
    ['a common password', { password: 'Password123' }, 'password', 'passwordCommon'],
    ['a repeated password', { password: 'abababababab' }, 'password', 'passwordCommon'],
    ['a password of 10,000 characters', { password: 'p'.repeat(10_000) }, 'password', 'tooLong'],
  ])('refuses %s in words beside its field', async (_what, wrong, field, key) => {
    const given = { email: 'fine@example.com', name: 'Anna', password: testPassword, ...wrong };
    await expect(signUp({ ...given, locale: 'en', ip: freshIp() })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { [field]: { key } },
    });
    expect(await lettersTo('fine@example.com')).toEqual([]);
  });

  it('keeps a line break out of the name', async () => {
    await join('breaks@example.com', testPassword, 'Anna\r\nBcc: b@example.com');
    const [user] = await query<{ name: string }>('SELECT name FROM users WHERE email = $1', [
      'breaks@example.com',
    ]);
    expect(user?.name).toBe('Anna Bcc: b@example.com');
  });
});

describe('confirming an e-mail', () => {
  it('gives a person the orders he made as a guest, and nobody else', async () => {
    const { userId, email } = await makeUser({ confirmed: false });
    const [mine, foreign] = [await guestOrder(email), await guestOrder('else@example.com')];
    const actor = await enterAs(email);
    expect(await customerOf(mine)).toBeNull();
    await resendConfirmation({ actor });
    const { adoptedOrders } = await confirmEmail({ token: await tokenOf(email, 'confirm_email'), actor });
    expect(adoptedOrders).toBe(1);
    expect(await customerOf(mine)).toBe(userId);
    expect(await customerOf(foreign)).toBeNull();
  });

  it('takes orders made as a guest later at the next sign-in', async () => {
    const { userId, email } = await makeUser();
    const later = await guestOrder(email);
    await enterAs(email);
    expect(await customerOf(later)).toBe(userId);
  });

  it('works once, for its own account only, for a day, and only with the newest link', async () => {
    const { email } = await makeUser({ confirmed: false });
    const actor = await enterAs(email);
    const stranger = await enterAs((await makeUser({ confirmed: false })).email);
    await resendConfirmation({ actor });
    const old = await tokenOf(email, 'confirm_email');
    await resendConfirmation({ actor });
    const token = await tokenOf(email, 'confirm_email');
    const dead = { code: 'token_invalid' };
    await expect(confirmEmail({ token: old, actor })).rejects.toMatchObject(dead);
    await expect(confirmEmail({ token, actor: stranger })).rejects.toMatchObject(dead);
    shiftClock(25 * 3_600_000);
    await expect(confirmEmail({ token, actor })).rejects.toMatchObject(dead);
    shiftClock(0);
    const twice = await Promise.allSettled([confirmEmail({ token, actor }), confirmEmail({ token, actor })]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('resetting a password', () => {
  it('sets it once by the link, ends all sessions, and tells by letter', async () => {
    const { email } = await makeUser();
    const before = await enterAs(email);
    await requestReset({ email, ip: freshIp() });
    const token = await tokenOf(email, 'reset_password');
    await useLink(token);
    expect(await loadActor(before)).toBeNull();
    expect(await lettersTo(email)).toEqual(['reset_password', 'password_changed']);
    await expect(useLink(token)).rejects.toMatchObject({ code: 'token_invalid' });
    await expect(enterAs(email)).rejects.toMatchObject({ code: 'sign_in_failed' });
    await signIn({ email, password: newWords, ip: freshIp(), userAgent: '' });
  });

  it('answers the same for an unknown e-mail and sends nothing', async () => {
    expect(await requestReset({ email: 'unknown@example.com', ip: freshIp() })).toEqual({
      email: 'unknown@example.com',
    });
    expect(await lettersTo('unknown@example.com')).toEqual([]);
  });

  it('opens a locked account again', async () => {
    const { email } = await makeUser();
    for (let time = 0; time < 11; time += 1) {
      await signIn({ email, password: 'wrong', ip: freshIp(), userAgent: '' }).catch(() => {});
    }
    await requestReset({ email, ip: freshIp() });
    await useLink(await tokenOf(email, 'reset_password'));
    await signIn({ email, password: newWords, ip: freshIp(), userAgent: '' });
  });

  it('refuses a link after an hour, of another purpose, of a disabled account, and two passwords that differ', async () => {
    const { userId, email } = await makeUser();
    await requestReset({ email, ip: freshIp() });
    const token = await tokenOf(email, 'reset_password');
    const dead = { code: 'token_invalid' };
    await expect(useLink(token, 'set_password')).rejects.toMatchObject(dead);
    const differ = { purpose: 'reset_password', token, password: newWords, ip: freshIp() } as const;
    await expect(setPasswordByLink({ ...differ, passwordAgain: 'else' })).rejects.toMatchObject({
      fields: { passwordAgain: { key: 'passwordsDiffer' } },
    });
    shiftClock(61 * 60_000);
    await expect(useLink(token)).rejects.toMatchObject(dead);
    shiftClock(0);
    await query('UPDATE users SET disabled_at = now() WHERE id = $1', [userId]);
    await expect(useLink(token)).rejects.toMatchObject(dead);
  });

  it('keeps no token in the database, only its hash', async () => {
    const { email } = await makeUser();
    await requestReset({ email, ip: freshIp() });
    const token = await tokenOf(email, 'reset_password');
    const rows = await query('SELECT * FROM auth_tokens');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('changing a password', () => {
  const pair = { password: newWords, passwordAgain: newWords };

  it('asks for the present one, ends the other sessions and the links, and keeps this session', async () => {
    const { email } = await makeUser();
    const [here, there] = [await enterAs(email), await enterAs(email)];
    await requestReset({ email, ip: freshIp() });
    await expect(changePassword({ ...pair, presentPassword: 'wrong', actor: here })).rejects.toMatchObject({
      fields: { presentPassword: { key: 'passwordWrong' } },
    });
    await changePassword({ ...pair, presentPassword: testPassword, actor: here });
    expect(await loadActor(here)).not.toBeNull();
    expect(await loadActor(there)).toBeNull();
    await expect(useLink(await tokenOf(email, 'reset_password'))).rejects.toMatchObject({
      code: 'token_invalid',
    });
    expect(await lettersTo(email)).toContain('password_changed');
  });

  it('leaves no session that was begun with the old one, even at the same moment', async () => {
    const { email } = await makeUser();
    const here = await enterAs(email);
    const { ip } = here;
    // Settled from the start: one may fail before the change has ended.
    const signInNow = () => signIn({ email, password: testPassword, ip, userAgent: '' });
    const begun = Promise.allSettled(Array.from({ length: 8 }, signInNow));
    await changePassword({ ...pair, presentPassword: testPassword, actor: here });
    for (const result of await begun) {
      if (result.status === 'fulfilled') expect(await loadActor({ ...result.value, ip })).toBeNull();
    }
  });

  it('cannot be guessed at by whoever found an open browser', async () => {
    const actor = await enterAs((await makeUser()).email);
    const guess = () => changePassword({ ...pair, presentPassword: 'guess', actor });
    for (let time = 0; time < 10; time += 1) await guess().catch(() => {});
    await expect(guess()).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
