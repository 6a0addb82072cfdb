'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';
import { approveOperation } from '@/lib/cashier/approve-operation';
import { decideCollected } from '@/lib/cashier/decide-collected';
import { declineOperation } from '@/lib/cashier/decline-operation';

type Answer = Promise<ActionResult<null>>;
type Previous = ActionResult<null> | null;

/** The second person's yes, in his own words. */
export async function approveAction(_previous: Previous, form: FormData): Answer {
  return decide(approveOperation, form);
}

/** The second person's no, or the cashier takes his own question back. */
export async function declineAction(_previous: Previous, form: FormData): Answer {
  return decide(declineOperation, form);
}

/** What became of cash that was collected from a drawer. */
export async function collectedAction(_previous: Previous, form: FormData): Answer {
  return decide(decideCollected, form);
}

type Command = (given: { actor: Actor; input: unknown }) => Promise<unknown>;

async function decide(command: Command, form: FormData): Answer {
  const values = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await command({ actor, input: values });
    return null;
  }, values);
  if (result.ok) revalidatePath('/[locale]/cashier', 'layout');
  return result;
}
