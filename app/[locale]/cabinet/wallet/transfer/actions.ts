'use server';

import { randomUUID } from 'node:crypto';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { requireUser } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import { checkTransfer } from '@/lib/wallet/check-transfer';
import { findWallet } from '@/lib/wallet/find-wallet';
import { requireWalletUse } from '@/lib/wallet/require-wallet';
import { transferBetweenWallets } from '@/lib/wallet/transfer';
import { openDraft, sealDraft } from './draft';

const path = '/cabinet/wallet/transfer';

/** Whose wallet a number is, as soon as it is whole. */
export async function lookUp(number: string): Promise<ActionResult<{ maskedName: string }>> {
  return runAction(async () => {
    const actor = await currentActor();
    await requireWalletUse('transfers');
    const { maskedName } = await findWallet(actor, typeof number === 'string' ? number.slice(0, 100) : '');
    return { maskedName };
  });
}

/** From the form to the page that says what will be done; the draft carries the key of the transfer. */
export async function check(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const values = formValues(form);
  return runAction(async () => {
    const actor = requireUser(await currentActor());
    const { number = '', asset = '', amount = '', comment = '' } = values;
    const summary = await checkTransfer({ actor, number, asset, amount, comment });
    const draft = await sealDraft({ ...summary, userId: actor.userId, key: randomUUID() });
    return redirect({ href: { pathname: path, query: { draft } }, locale: await getLocale() });
  }, values);
}

/** Sends what the page showed: the draft's key makes a second press, another tab or a lost answer the same transfer. */
export async function send(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(async () => {
    const actor = requireUser(await currentActor());
    const draft = await openDraft(formValues(form).draft ?? '', actor.userId);
    if (!draft) return fail('invalid_input');
    const { number, asset, amount, comment, key } = draft;
    const { id, replayed } = await transferBetweenWallets({
      actor,
      number,
      asset,
      amount,
      comment,
      idempotencyKey: key,
    });
    const query = { done: id, ...(replayed && { again: '1' }) };
    return redirect({ href: { pathname: path, query }, locale: await getLocale() });
  });
}
