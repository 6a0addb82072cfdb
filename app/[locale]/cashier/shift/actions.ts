'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { closeShift } from '@/lib/cashier/close-shift';
import { moveDrawer } from '@/lib/cashier/move-drawer';
import { openShift } from '@/lib/cashier/open-shift';

type Answer = Promise<ActionResult<null>>;
type Previous = ActionResult<null> | null;

/** The drawer is counted and the shift begins; the till's form comes next. */
export async function openAction(_previous: Previous, form: FormData): Answer {
  const input = formValues(form);
  const actor = await currentActor();
  const opened = await runAction(() => openShift({ actor, input: withCounts(input) }), input);
  if (!opened.ok) return opened;
  revalidatePath('/[locale]/cashier', 'layout');
  return redirect({ href: '/cashier', locale: await getLocale() });
}

/** The drawer is counted and the shift ends; its own page shows what was expected. */
export async function closeAction(_previous: Previous, form: FormData): Answer {
  const input = formValues(form);
  const actor = await currentActor();
  const closed = await runAction(() => closeShift({ actor, input: withCounts(input) }), input);
  if (!closed.ok) return closed;
  revalidatePath('/[locale]/cashier', 'layout');
  return redirect({ href: `/cashier/shift?closed=${closed.value.shiftId}`, locale: await getLocale() });
}

/** Cash is brought into the drawer or collected from it. */
export async function moveAction(_previous: Previous, form: FormData): Answer {
  const input = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await moveDrawer({ actor, input });
    return null;
  }, input);
  if (result.ok) revalidatePath('/[locale]/cashier', 'layout');
  return result;
}

/** Fields `counted.RUB` as one object by asset. */
function withCounts(values: Record<string, string>) {
  const counted: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('counted.')) counted[name.slice('counted.'.length)] = value;
  }
  return { ...values, counted };
}
