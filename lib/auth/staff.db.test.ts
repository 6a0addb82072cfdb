import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import type { Actor } from './actor';
import { createOwner } from './create-owner';
import { invitePerson } from './invite-person';
import { loadActor } from './load-actor';
import { changesOfPerson, listPeople, loadPerson } from './people';
import { setPasswordByLink } from './set-password';
import { setRoles } from './set-roles';
import { signIn } from './sign-in';
import { disablePerson, enablePerson, endSessionsOfPerson } from './switch-person';
import { enterAs, freshIp, lettersTo, makeUser, testPassword, tokenOf } from './testing';

const makeActor = async (...roles: string[]) => enterAs((await makeUser({ roles })).email);
const forbidden = { code: 'forbidden' };

afterAll(closeDatabase);
// Each test begins with no owner but those it makes.
beforeEach(async () => {
  await query(`UPDATE users SET roles = array_remove(roles, 'owner')`);
});

describe('roles', () => {
  it('are given and taken by an admin, count at once and stand in the audit', async () => {
    const admin = await makeActor('admin');
    const { userId, email } = await makeUser();
    const person = await enterAs(email);
    await setRoles({ userId, roles: ['operator'], actor: admin });
    expect((await loadActor(person))?.roles).toEqual(['customer', 'operator']);
    await setRoles({ userId, roles: [], actor: admin });
    expect((await loadActor(person))?.roles).toEqual(['customer']);
    expect(await changesOfPerson({ actor: admin, userId })).toMatchObject([
      { before: { roles: ['customer', 'operator'] }, after: { roles: ['customer'] } },
      { before: { roles: ['customer'] }, after: { roles: ['customer', 'operator'] } },
    ]);
  });

  it('of admins and owners are given, taken and touched by owners only', async () => {
    const [owner, admin, other] = [
      await makeActor('owner'),
      await makeActor('admin'),
      await makeActor('admin'),
    ];
    const { userId } = await makeUser();
    for (const roles of [['admin'], ['owner']]) {
      await expect(setRoles({ userId, roles, actor: admin })).rejects.toMatchObject(forbidden);
    }
    const { userId: otherId } = other;
    await expect(setRoles({ userId: otherId, roles: [], actor: admin })).rejects.toMatchObject(forbidden);
    await expect(disablePerson({ userId: owner.userId, actor: admin })).rejects.toMatchObject(forbidden);
    await setRoles({ userId: otherId, roles: [], actor: owner });
  });

  it('are out of reach for everybody else', async () => {
    const { userId } = await makeUser();
    const guest: Actor = { kind: 'guest', ip: '::1' };
    for (const actor of [await makeActor('operator'), await makeActor()]) {
      await expect(setRoles({ userId, roles: ['cashier'], actor })).rejects.toMatchObject(forbidden);
      await expect(listPeople({ actor })).rejects.toMatchObject(forbidden);
      await expect(loadPerson({ actor, userId })).rejects.toMatchObject(forbidden);
    }
    await expect(listPeople({ actor: guest })).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  it('of cashiers follow their list: none is given or taken by itself', async () => {
    const actor = await makeActor('owner');
    const { userId, email } = await makeUser();
    const person = await enterAs(email);
    await setRoles({ userId, roles: ['cashier', 'operator'], actor });
    expect((await loadActor(person))?.roles).toEqual(['customer', 'operator']);
    await query(
      'INSERT INTO cashiers (user_id, created_at, created_by, updated_at) VALUES ($1, now(), $2, now())',
      [userId, 'Anna'],
    );
    await setRoles({ userId, roles: [], actor });
    expect((await loadActor(person))?.roles).toEqual(['customer', 'cashier']);
    const invited = await invitePerson({
      email: 'guest@example.com',
      name: '',
      locale: 'en',
      roles: ['cashier'],
      actor,
    });
    expect((await loadPerson({ actor, userId: invited.userId })).roles).toEqual(['customer']);
  });

  it('that do not exist are refused', async () => {
    const actor = await makeActor('owner');
    const { userId } = await makeUser();
    await expect(setRoles({ userId, roles: ['root'], actor })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(setRoles({ userId: "usr_' OR 1=1", roles: [], actor })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are not given to an account whose e-mail was never confirmed', async () => {
    const actor = await makeActor('admin');
    const { userId } = await makeUser({ confirmed: false });
    await expect(setRoles({ userId, roles: ['operator'], actor })).rejects.toMatchObject({
      code: 'email_not_confirmed',
    });
  });
});

describe('the last owner', () => {
  it('cannot lose the role nor be disabled', async () => {
    const owner = await makeActor('owner');
    const { userId } = owner;
    await expect(setRoles({ userId, roles: [], actor: owner })).rejects.toMatchObject({ code: 'last_owner' });
    await expect(disablePerson({ userId, actor: owner })).rejects.toMatchObject(forbidden);
    const second = await makeActor('owner');
    await disablePerson({ userId: second.userId, actor: owner });
    await expect(setRoles({ userId, roles: [], actor: owner })).rejects.toMatchObject({ code: 'last_owner' });
  });

  it('is not somebody who was invited and has no password yet', async () => {
    const owner = await makeActor('owner');
    await makeUser({ roles: ['owner'], password: false });
    await expect(setRoles({ userId: owner.userId, roles: [], actor: owner })).rejects.toMatchObject({
      code: 'last_owner',
    });
  });

  it('stays when two owners remove each other at the same moment', async () => {
    const [one, two] = [await makeActor('owner'), await makeActor('owner')];
    await Promise.allSettled([
      setRoles({ userId: one.userId, roles: [], actor: two }),
      setRoles({ userId: two.userId, roles: [], actor: one }),
    ]);
    expect(await query(`SELECT id FROM users WHERE 'owner' = ANY(roles)`)).toHaveLength(1);
  });
});

describe('an account that is disabled', () => {
  it('is signed out everywhere at once, and signs in again when it is enabled', async () => {
    const admin = await makeActor('admin');
    const { userId, email } = await makeUser({ roles: ['cashier'] });
    const person = await enterAs(email);
    await disablePerson({ userId, actor: admin });
    expect(await loadActor(person)).toBeNull();
    await expect(enterAs(email)).rejects.toMatchObject({ code: 'sign_in_failed' });
    await enablePerson({ userId, actor: admin });
    expect(await loadActor(person)).toBeNull();
    const again = await enterAs(email);
    await endSessionsOfPerson({ userId, actor: admin });
    expect(await loadActor(again)).toBeNull();
  });
});

describe('an invitation', () => {
  const invite = (email: string, actor: Actor, roles = ['operator']) =>
    invitePerson({ email, name: 'Boris', locale: 'ru', roles, actor });

  it('makes an account whose password is set by the link, once', async () => {
    const admin = await makeActor('admin');
    const email = 'invited@example.com';
    const { userId } = await invite(email, admin);
    const token = await tokenOf(email, 'set_password');
    const given = { purpose: 'set_password', token, ip: freshIp() } as const;
    await setPasswordByLink({ ...given, password: testPassword, passwordAgain: testPassword });
    expect(await enterAs(email)).toMatchObject({ userId, roles: ['customer', 'operator'], locale: 'ru' });
    await expect(
      setPasswordByLink({ ...given, password: testPassword, passwordAgain: testPassword }),
    ).rejects.toMatchObject({ code: 'token_invalid' });
  });

  it('keeps the password and the roles of somebody who is known', async () => {
    const admin = await makeActor('admin');
    const { email } = await makeUser({ roles: ['cashier'] });
    await invite(email, admin);
    expect((await enterAs(email)).roles).toEqual(['customer', 'cashier', 'operator']);
    expect(await lettersTo(email)).not.toContain('set_password');
  });

  it('gives nothing to a stranger who signed up with the address before and waits', async () => {
    const admin = await makeActor('admin');
    const { email } = await makeUser({ confirmed: false });
    const stranger = await enterAs(email);
    await invite(email, admin);
    expect(await loadActor(stranger)).toBeNull();
    await expect(enterAs(email)).rejects.toMatchObject({ code: 'sign_in_failed' });
    expect(await lettersTo(email)).toContain('set_password');
  });

  it('to be an admin is an owner’s to give', async () => {
    const admin = await makeActor('admin');
    await expect(invite('boss@example.com', admin, ['owner'])).rejects.toMatchObject(forbidden);
    expect(await query(`SELECT id FROM users WHERE email = 'boss@example.com'`)).toHaveLength(0);
  });
});

describe('the owner made on the command line', () => {
  it('gets a link to set a password, which works', async () => {
    const email = 'first@example.com';
    const { url } = await createOwner({ email });
    const token = new URL(url ?? '').searchParams.get('token') ?? '';
    await setPasswordByLink({
      purpose: 'set_password',
      token,
      password: testPassword,
      passwordAgain: testPassword,
      ip: freshIp(),
    });
    expect((await enterAs(email)).roles).toEqual(['customer', 'owner']);
    expect(await createOwner({ email })).toEqual({ email, url: null });
  });

  it('is not the stranger who signed up with the address before', async () => {
    const { email } = await makeUser({ confirmed: false });
    expect((await createOwner({ email })).url).not.toBeNull();
    await expect(
      signIn({ email, password: testPassword, ip: freshIp(), userAgent: '' }),
    ).rejects.toMatchObject({ code: 'sign_in_failed' });
  });
});

describe('the list of people', () => {
  it('pages by e-mail and finds a part of a name in any script, whatever is typed', async () => {
    const actor = await makeActor('admin');
    const { userId } = await makeUser({ email: 'zz-last@example.com' });
    await query(`UPDATE users SET name = 'Ярослав 100%' WHERE id = $1`, [userId]);
    for (const search of ['ярослав', 'ZZ-last', '100%']) {
      const { people } = await listPeople({ actor, search, scope: 'all' });
      expect(people.map(({ id }) => id)).toEqual([userId]);
    }
    for (const search of ["' OR true --", '%', '_'.repeat(300), 'a\0b']) {
      await expect(listPeople({ actor, search, scope: 'all' })).resolves.toBeDefined();
    }
    const first = await listPeople({ actor, scope: 'all', limit: 2 });
    const second = await listPeople({ actor, scope: 'all', limit: 2, after: first.next ?? '' });
    expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(4);
  });
});
