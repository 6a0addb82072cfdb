'use server';

import { refresh } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { changePassword as change } from '@/lib/auth/change-password';
import { endOtherSessions, endSession } from '@/lib/auth/sessions';

export async function changePassword(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const { presentPassword = '', password = '', passwordAgain = '' } = formValues(form);
    await change({ presentPassword, password, passwordAgain, actor: await currentActor() });
    refresh();
    return null;
  });
}

export async function endOne(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    await endSession({ sessionId: formValues(form).sessionId ?? '', actor: await currentActor() });
    refresh();
    return null;
  });
}

export async function endOthers(_previous: ActionResult | null, _form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    await endOtherSessions({ actor: await currentActor() });
    refresh();
    return null;
  });
}
