'use server';

import { currentActor } from '@/app/_auth/current-actor';
import { type ActionResult, runAction } from '@/lib/action';
import { resendConfirmation } from '@/lib/auth/confirm-email';

export async function resendLetter(_previous: ActionResult | null, _form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    await resendConfirmation({ actor: await currentActor() });
    return null;
  });
}
