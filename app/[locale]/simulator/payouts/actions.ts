'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';
import { decideOutgo, setPayoutOutcome } from '@/lib/payments/systems/simulator/control';
import { assertOffered } from '@/lib/payments/systems/simulator/page';

type Result = ActionResult<null>;

export async function setOutcomeAction(_: Result | null, form: FormData): Promise<Result> {
  return act(form, setPayoutOutcome);
}

export async function decideAction(_: Result | null, form: FormData): Promise<Result> {
  return act(form, decideOutgo);
}

async function act(
  form: FormData,
  command: (actor: Actor, input: Record<string, string>) => Promise<void>,
): Promise<Result> {
  const values = formValues(form);
  const result = await runAction(async () => {
    assertOffered();
    await command(await currentActor(), values);
    return null;
  }, values);
  if (result.ok) revalidatePath('/[locale]/simulator/payouts', 'page');
  return result;
}
