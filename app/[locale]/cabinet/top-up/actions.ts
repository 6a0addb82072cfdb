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
  const [way = '', methodCode = ''] = (values.choice ?? '').split(':');
  const result = await runAction<null>(async () => {
    const actor = requireUser(await currentActor());
    await limit('top-ups', actor.userId, perPerson);
    const { asset = '', amount = '', moneyKind = '', comment = '', idempotencyKey = '' } = values;
    const { topUpId } = await createTopUp({
      actor,
      // What is none of them is refused by the command, in its own words.
      way: topUpWayKinds.find((kind) => kind === way) ?? 'system',
      methodCode,
      asset,
      amount,
      moneyKind: moneyKinds.find((kind) => kind === moneyKind),
      comment,
      requisites: typedOf(values, methodCode),
      receipt: await pictureOf(formOf(form).get('receipt')),
      idempotencyKey,
    });
    return redirect({ href: `/cabinet/top-up/${topUpId}`, locale: await getLocale() });
  }, values);
  // The page is drawn anew: with another key where its own was used, with the ways that are left where one was closed.
  if (!result.ok && (result.code === 'idempotency_mismatch' || result.code === 'top_up_way_closed'))
    refresh();
  return atFieldsOf(result, methodCode);
}

/** The form asks for every method's fields under names of their own: those of the chosen one count. */
function typedOf(values: Record<string, string>, methodCode: string): Record<string, string> {
  const prefix = `give.${methodCode}.`;
  const own = Object.entries(values).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** Problems of `give.card` stand at the field of the chosen method. */
function atFieldsOf(result: ActionResult, methodCode: string): ActionResult {
  if (result.ok || !result.fields) return result;
  const fields = Object.entries(result.fields).map(([name, problem]) => [
    name.replace(/^give\./, () => `give.${methodCode}.`),
    problem,
  ]);
  return { ...result, fields: Object.fromEntries(fields) };
}
