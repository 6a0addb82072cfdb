'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { type HolderWithBalances, lookUpHolder } from '@/lib/cashier/look-up-holder';
import type { Picture } from '@/lib/cashier/read-till-form';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import { summariseOperation } from '@/lib/cashier/summarise-operation';
import type { OperationSummary } from '@/lib/cashier/till-types';
import type { TillKind } from '@/lib/cashier/till-words';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';

type Summary = ActionResult<OperationSummary>;

/** Whose wallet a number is, while the form is being filled in. */
export async function lookUpAction(number: string): Promise<ActionResult<HolderWithBalances>> {
  const actor = await currentActor();
  // Whatever a stranger calls it with: only a text can be a number.
  const text = typeof number === 'string' ? number.slice(0, 60) : '';
  return runAction(() => lookUpHolder({ actor, number: text }));
}

/** Credits a wallet, after its summary. */
export async function topUpAction(_previous: Summary | null, form: FormData): Promise<Summary> {
  return operate('top_up', form);
}

/** Takes money out of a wallet, after its summary. */
export async function writeOffAction(_previous: Summary | null, form: FormData): Promise<Summary> {
  return operate('write_off', form);
}

/** Takes an operation back, with the reason. */
export async function reverseAction(
  _previous: ActionResult<null> | null,
  form: FormData,
): Promise<ActionResult<null>> {
  const input = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await reverseOperation({ actor, input });
    return null;
  }, input);
  if (result.ok) revalidatePath('/[locale]/cashier', 'layout');
  return result;
}

/**
 * The first press tells what would be done, the one that says `confirm` does it and goes to the operation's own page:
 * pressed again, by the back button or in another tab, the same form leads to the same operation.
 */
async function operate(kind: TillKind, form: FormData): Promise<Summary> {
  const input = formValues(form);
  const actor = await currentActor();
  const file = formOf(form).get('receipt');
  const picture = file instanceof File && file.size > 0 ? file : null;
  if (input.step !== 'confirm')
    return runAction(() => summariseOperation({ actor, kind, input, hasPicture: picture !== null }), input);
  const command = kind === 'top_up' ? topUpByCashier : writeOffByCashier;
  const made = await runAction(
    async () => command({ actor, input, picture: picture ? await readPicture(picture) : undefined }),
    input,
  );
  if (!made.ok) return made;
  revalidatePath('/[locale]/cashier', 'layout');
  return redirect({
    href: `/cashier/operations/${made.value.operationId}?done=1`,
    locale: await getLocale(),
  });
}

async function readPicture(file: File): Promise<Picture> {
  return { bytes: Buffer.from(await file.arrayBuffer()), name: file.name };
}
