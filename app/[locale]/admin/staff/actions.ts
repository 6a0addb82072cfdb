'use server';

import { refresh } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { typedValues } from '@/app/_auth/typed-values';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';
import { invitePerson, sendPasswordLink } from '@/lib/auth/invite-person';
import { setRoles } from '@/lib/auth/set-roles';
import { disablePerson, enablePerson, endSessionsOfPerson } from '@/lib/auth/switch-person';

const rolePrefix = 'role.';

/** The boxes that were ticked; the command knows which roles there are. */
function tickedRoles(form: FormData): string[] {
  return Object.keys(formValues(form)).flatMap((name) =>
    name.startsWith(rolePrefix) ? [name.slice(rolePrefix.length)] : [],
  );
}

export async function invite(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const { email = '', name = '', locale = '' } = formValues(form);
    const actor = await currentActor();
    const { userId } = await invitePerson({ email, name, locale, roles: tickedRoles(form), actor });
    return redirect({ href: `/admin/staff/${userId}`, locale: await getLocale() });
  }, typedValues(form));
}

export async function saveRoles(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onPerson(form, (person) => setRoles({ ...person, roles: tickedRoles(form) }));
}

export async function disable(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onPerson(form, disablePerson);
}

export async function enable(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onPerson(form, enablePerson);
}

export async function endSessions(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onPerson(form, endSessionsOfPerson);
}

export async function sendLink(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onPerson(form, sendPasswordLink);
}

function onPerson(
  form: FormData,
  command: (person: { userId: string; actor: Actor }) => Promise<void>,
): Promise<ActionResult> {
  return runAction(async () => {
    await command({ userId: formValues(form).userId ?? '', actor: await currentActor() });
    refresh();
    return null;
  }, typedValues(form));
}
