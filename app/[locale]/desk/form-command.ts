import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';

/** One command with what a form says, as whoever is signed in; the desk is drawn anew where it was done. */
export async function formCommand(
  form: FormData,
  command: (values: Record<string, string>, actor: Actor) => Promise<unknown>,
): Promise<ActionResult<null>> {
  const values = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await command(values, actor);
    return null;
  }, values);
  if (result.ok) revalidatePath('/[locale]/desk', 'layout');
  return result;
}
