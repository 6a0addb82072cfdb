'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import type { Actor } from '@/lib/auth/actor';
import { saveCashier } from '@/lib/cashier/save-cashier';
import { letCashierBack, suspendCashier } from '@/lib/cashier/suspend-cashier';

const assetPrefix = 'asset.';

async function save(form: FormData): Promise<ActionResult> {
  const { userId = '', ...input } = formValues(form);
  const assets = Object.keys(input).flatMap((name) =>
    name.startsWith(assetPrefix) ? [name.slice(assetPrefix.length)] : [],
  );
  const actor = await currentActor();
  const result = await runAction(
    async () => {
      await saveCashier({ actor, userId, input: { ...input, assets } });
      return null;
    },
    { userId, ...input },
  );
  if (result.ok) revalidatePath('/[locale]/admin/cashiers', 'layout');
  return result;
}

/** Names a new cashier and goes to his page. */
export async function addAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await save(form);
  if (!result.ok) return result;
  const { userId = '' } = formValues(form);
  return redirect({ href: `/admin/cashiers/${userId}?done=added`, locale: await getLocale() });
}

export async function saveAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return save(form);
}

export async function suspendAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onCashier(form, suspendCashier);
}

export async function letBackAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return onCashier(form, letCashierBack);
}

async function onCashier(
  form: FormData,
  command: (given: { actor: Actor; userId: string }) => Promise<void>,
): Promise<ActionResult> {
  const { userId = '' } = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await command({ actor, userId });
    return null;
  });
  if (result.ok) revalidatePath('/[locale]/admin/cashiers', 'layout');
  return result;
}
