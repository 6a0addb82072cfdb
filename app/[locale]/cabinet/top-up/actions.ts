'use server';

import { refresh } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { pictureOf } from '@/app/_payments/picture-of';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { requireUser } from '@/lib/auth/actor';
import { moneyKinds } from '@/lib/cashier/till-words';
import { limit } from '@/lib/rate-limit';
import { createTopUp } from '@/lib/wallet/top-up/create-top-up';
import { topUpWayKinds } from '@/lib/wallet/top-up/top-up-row';

const perPerson = { points: 40, seconds: 3600 };

/** The way that was chosen, with the amount; a request to a cashier with a little more. Leads to the top-up's page. */
export async function create(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const values = formValues(form);
  const result = await runAction<null>(async () => {
    const actor = requireUser(await currentActor());
    await limit('top-ups', actor.userId, perPerson);
    const {
      choice = '',
      asset = '',
      amount = '',
      moneyKind = '',
      comment = '',
      idempotencyKey = '',
    } = values;
    const [way = '', methodCode = ''] = choice.split(':');
    const { topUpId } = await createTopUp({
      actor,
      // What is none of them is refused by the command, in its own words.
      way: topUpWayKinds.find((kind) => kind === way) ?? 'system',
      methodCode,
      asset,
      amount,
      moneyKind: moneyKinds.find((kind) => kind === moneyKind),
      comment,
      receipt: await pictureOf(formOf(form).get('receipt')),
      idempotencyKey,
    });
    return redirect({ href: `/cabinet/top-up/${topUpId}`, locale: await getLocale() });
  }, values);
  // The page is drawn anew: with another key where its own was used, with the ways that are left where one was closed.
  if (!result.ok && (result.code === 'idempotency_mismatch' || result.code === 'top_up_way_closed'))
    refresh();
  return result;
}
