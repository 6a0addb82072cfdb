'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { clientIp } from '@/app/_auth/client-ip';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { cancelByCustomer } from '@/lib/exchange/cancel-by-customer';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { addressKey, limit } from '@/lib/rate-limit';

const stepsPerAddress = { points: 30, seconds: 300 };

/** "I have paid", with what helps to find the payment and a receipt; also after the order's time is over. */
export async function claim(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { orderId = '', secret = '', ...values } = formValues(form);
  const result = await runAction<null>(async () => {
    await limit('order-steps', addressKey(clientIp(await headers())), stepsPerAddress);
    const { payer = '', reference = '', comment = '' } = values;
    await claimPayment({
      orderId,
      reader: { secret },
      payer,
      reference,
      comment,
      receipt: await fileOf(form.get('receipt')),
      actor: await currentActor(),
    });
    return showOrder(orderId, secret);
  }, values);
  return withPresentState(result);
}

/** The customer gives an unpaid order up. */
export async function cancel(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { orderId = '', secret = '' } = formValues(form);
  const result = await runAction<null>(async () => {
    await limit('order-steps', addressKey(clientIp(await headers())), stepsPerAddress);
    await cancelByCustomer({ orderId, reader: { secret }, actor: await currentActor() });
    return showOrder(orderId, secret);
  });
  return withPresentState(result);
}

/** Somebody was first: the page around the refusal shows what the order has become. */
function withPresentState(result: ActionResult): ActionResult {
  if (!result.ok && (result.code === 'order_moved' || result.code === 'move_not_allowed')) refresh();
  return result;
}

async function showOrder(orderId: string, secret: string): Promise<never> {
  return redirect({ href: `/orders/${orderId}/${secret}`, locale: await getLocale() });
}

/** A field left empty is sent as a file without a name; one that was chosen and holds nothing has a name. */
async function fileOf(
  entry: FormDataEntryValue | null,
): Promise<{ bytes: Buffer; name: string } | undefined> {
  if (!(entry instanceof File) || (entry.size === 0 && (entry.name === '' || entry.name === 'undefined')))
    return undefined;
  return { bytes: Buffer.from(await entry.arrayBuffer()), name: entry.name };
}
