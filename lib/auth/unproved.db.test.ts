import { afterAll, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { invitePerson } from './invite-person';
import { requestReset } from './request-reset';
import { setPasswordByLink } from './set-password';
import { signUp } from './sign-up';
import { enterAs, freshIp, makeUser, testPassword, tokenOf } from './testing';

const trap = 'Dear winner, see evil.example';
const mine = 'entirely different words';

afterAll(closeDatabase);

/** An account as a stranger leaves it who signed up with another's address. */
async function strangersAccount(): Promise<{ userId: string; email: string }> {
  const email = `${newId('usr').slice(4)}@example.com`;
  await signUp({ email, name: trap, password: testPassword, locale: 'en', ip: freshIp() });
  const { userId } = await enterAs(email);
  await query(`UPDATE users SET phone = '+79160000000' WHERE id = $1`, [userId]);
  const methodId = newId('mth');
  await query(
    `INSERT INTO assets (code, kind, scale, titles, created_at) VALUES ('RUB', 'fiat', 2, '{}', now())
     ON CONFLICT DO NOTHING`,
  );
  await query(
    `INSERT INTO payment_methods (id, code, kind, asset_code, titles, created_at, updated_at)
     VALUES ($1, $1, 'card', 'RUB', '{}', now(), now())`,
    [methodId],
  );
  await query(
    `INSERT INTO saved_requisites (id, user_id, method_id, label, values, created_at)
     VALUES ($1, $2, $3, 'My card', '{"card": "2202200000000004"}', now())`,
    [newId('sav'), userId, methodId],
  );
  return { userId, email };
}

async function leftOf(userId: string): Promise<unknown[]> {
  return query(
    `SELECT u.name, u.phone, count(s.id)::int AS saved FROM users u
       LEFT JOIN saved_requisites s ON s.user_id = u.id WHERE u.id = $1 GROUP BY u.id`,
    [userId],
  );
}

async function lettersSaying(words: string, email: string): Promise<unknown[]> {
  return query('SELECT code FROM letters WHERE to_address = $1 AND strpos(props::text, $2) > 0', [
    email,
    words,
  ]);
}

const setByLink = async (email: string, purpose: 'reset_password' | 'set_password') =>
  setPasswordByLink({
    purpose,
    token: await tokenOf(email, purpose),
    password: mine,
    passwordAgain: mine,
    ip: freshIp(),
  });

it('an owner of a mailbox who takes an account over finds no card of whoever signed up with it', async () => {
  const { userId, email } = await strangersAccount();
  await requestReset({ email, ip: freshIp() });
  await setByLink(email, 'reset_password');
  expect(await leftOf(userId)).toEqual([{ name: '', phone: null, saved: 0 }]);
});

it('an invitation takes an account over in the same way, under the name it gives', async () => {
  const { userId, email } = await strangersAccount();
  const actor = await enterAs((await makeUser({ roles: ['admin'] })).email);
  await invitePerson({ email, name: 'Boris', locale: 'en', roles: ['operator'], actor });
  expect(await leftOf(userId)).toEqual([{ name: 'Boris', phone: null, saved: 0 }]);
  expect(await lettersSaying('Boris', email)).toEqual([{ code: 'set_password' }]);
});

it('whoever has proved his mailbox keeps what he saved when he sets a new password', async () => {
  const { userId, email } = await strangersAccount();
  await query('UPDATE users SET email_confirmed_at = now() WHERE id = $1', [userId]);
  await requestReset({ email, ip: freshIp() });
  await setByLink(email, 'reset_password');
  expect(await leftOf(userId)).toEqual([{ name: trap, phone: '+79160000000', saved: 1 }]);
});
