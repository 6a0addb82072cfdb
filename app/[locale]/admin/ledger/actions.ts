'use server';

import { revalidatePath } from 'next/cache';
import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, runAction } from '@/lib/action';
import { reconcileNow } from '@/lib/ledger/reconcile-now';

/** Checks the books at once. */
export async function checkNowAction(): Promise<ActionResult> {
  const actor = await currentActor();
  const result = await runAction(async () => {
    await reconcileNow({ actor });
    return null;
  });
  if (result.ok) revalidatePath('/[locale]/admin/ledger', 'page');
  return result;
}
