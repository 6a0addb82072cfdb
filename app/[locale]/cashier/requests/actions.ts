'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { declineRequest } from '@/lib/wallet/top-up/decline-request';
import { takeRequest } from '@/lib/wallet/top-up/take-request';

type Answer = Promise<ActionResult<null>>;
type Previous = ActionResult<null> | null;

/** A cashier works on a request: the form opens with what the customer wrote. */
export async function takeAction(_previous: Previous, form: FormData): Answer {
  const { topUpId = '' } = formValues(form);
  const actor = await currentActor();
  const taken = await runAction(() => takeRequest({ actor, topUpId }));
  if (!taken.ok) return taken;
  return redirect({ href: `/cashier?request=${encodeURIComponent(topUpId)}`, locale: await getLocale() });
}

/** The reason goes to the customer. */
export async function declineRequestAction(_previous: Previous, form: FormData): Answer {
  const values = formValues(form);
  const { topUpId = '', reason = '' } = values;
  const actor = await currentActor();
  const result = await runAction(async () => {
    await declineRequest({ actor, topUpId, reason });
    return null;
  }, values);
  if (result.ok) revalidatePath('/[locale]/cashier', 'layout');
  return result;
}
