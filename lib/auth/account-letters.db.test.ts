import { afterAll, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { changePassword } from './change-password';
import { requestReset } from './request-reset';
import { signUp } from './sign-up';
import { enterAs, freshIp, lettersTo, makeUser, testPassword } from './testing';

const newWords = 'entirely different words';

afterAll(closeDatabase);

const lettersOf = async (email: string) =>
  JSON.stringify(await query('SELECT props FROM letters WHERE to_address = $1', [email]));

it('nobody floods a mailbox that is not proved to be his, nor puts words into its letters', async () => {
  const email = 'victim@example.com';
  const name = 'Your money is blocked: https://evil.example';
  await signUp({ email, name, password: testPassword, locale: 'en', ip: freshIp() });
  await requestReset({ email, ip: freshIp() });
  const actor = await enterAs(email);
  const again = { presentPassword: testPassword, password: newWords, passwordAgain: newWords };
  await changePassword({ ...again, actor });
  expect(await lettersTo(email)).toEqual(['confirm_email', 'reset_password']);
  expect(await lettersOf(email)).not.toContain('evil');
});

it('whoever has proved his mailbox is called by his name', async () => {
  const { email } = await makeUser({ name: 'Зинаида' });
  await requestReset({ email, ip: freshIp() });
  expect(await lettersOf(email)).toContain('Зинаида');
});
