'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect as nextRedirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { clientIp } from '@/app/_auth/client-ip';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { rememberOrder } from '@/app/_payments/way-back';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { cancelByCustomer } from '@/lib/exchange/cancel-by-customer';
import { checkOwnPayment } from '@/lib/exchange/check-payments';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { toLocale } from '@/lib/i18n/locales';
import { giveRefundDetails } from '@/lib/payments/refunds/give-refund-details';
import { startPayment } from '@/lib/payments/start-payment';
import { addressKey, limit } from '@/lib/rate-limit';
import { payFromWallet } from '@/lib/wallet/pay-from-wallet';

/** Refusals that mean the page shows what is no more. */
const stale = new Set<string>([
  'order_moved',
  'move_not_allowed',
  'order_expired',
  'refund_moved',
  'wallet_not_enough',
]);

/** Many customers may share one address: a mobile network's, an office's. */
const stepsPerAddress = { points: 200, seconds: 300 };

/** Throws `too_many_requests`. Returns the address that the step comes from. */
async function mayStep(): Promise<string> {
  const ip = clientIp(await headers());
  await limit('order-steps', addressKey(ip), stepsPerAddress);
  return ip;
}

/** "I have paid", with what helps to find the payment and a receipt; also after the order's time is over. */
export async function claim(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { orderId = '', secret = '', ...values } = formValues(form);
  const result = await runAction<null>(async () => {
    await mayStep();
    const { payer = '', reference = '', comment = '' } = values;
    await claimPayment({
      orderId,
      reader: { secret },
      payer,
      reference,
      comment,
      receipt: await fileOf(formOf(form).get('receipt')),
      actor: await currentActor(),
    });
    return showOrder(orderId, secret);
  }, values);
  return withPresentState(result);
}

/** "Pay": to the system's page by one of ours that leads there, or back here where the details are shown. */
export async function pay(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { orderId = '', secret = '' } = formValues(form);
  const result = await runAction<null>(async () => {
    const ip = await mayStep();
    const locale = toLocale(await getLocale());
    const { paymentId, step } = await startPayment({ orderId, reader: { secret }, locale, ip });
    await rememberOrder(paymentId, { orderId, secret, locale });
    if (step.kind === 'redirect' || step.kind === 'form')
      return nextRedirect(`/api/pay/${orderId}/${secret}?locale=${locale}`);
    return showOrder(orderId, secret);
  });
  return withPresentState(result);
}

/** "Pay from the wallet": the wallet's owner alone, whoever has the link. */
export async function payWallet(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { orderId = '', secret = '', paymentId = '' } = formValues(form);
  const result = await runAction<null>(async () => {
    await mayStep();
    await payFromWallet({ paymentId, actor: await currentActor() });
    return showOrder(orderId, secret);
  });
  return withPresentState(result);
}

/** The customer has paid and wants to know: the system is asked now. */
export async function checkPayment(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { orderId = '', secret = '' } = formValues(form);
  return runAction<null>(async () => {
    await mayStep();
    await checkOwnPayment({ orderId, reader: { secret } });
    return redirect({ href: `/orders/${orderId}/${secret}?back=1`, locale: await getLocale() });
  });
}

/** Where a refund is to go, said once or corrected. */
export async function tellRefundDetails(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { orderId = '', secret = '', ...values } = formValues(form);
  const result = await runAction<null>(async () => {
    await mayStep();
    await giveRefundDetails({ orderId, reader: { secret }, values });
    return showOrder(orderId, secret);
  }, values);
  return withPresentState(result);
}

/** The customer gives an unpaid order up. */
export async function cancel(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { orderId = '', secret = '' } = formValues(form);
  const result = await runAction<null>(async () => {
    await mayStep();
    await cancelByCustomer({ orderId, reader: { secret }, actor: await currentActor() });
    return showOrder(orderId, secret);
  });
  return withPresentState(result);
}

/** Somebody was first: the page around the refusal shows what the order has become. */
function withPresentState(result: ActionResult): ActionResult {
  if (!result.ok && stale.has(result.code)) refresh();
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
