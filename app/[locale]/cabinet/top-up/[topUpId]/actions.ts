'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect as nextRedirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { clientIp } from '@/app/_auth/client-ip';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { pictureOf } from '@/app/_payments/picture-of';
import { rememberTopUp } from '@/app/_payments/way-back';
import { type ActionResult, formOf, formValues, runAction } from '@/lib/action';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { toLocale } from '@/lib/i18n/locales';
import { limit } from '@/lib/rate-limit';
import { cancelTopUp } from '@/lib/wallet/top-up/cancel-top-up';
import { checkTopUp } from '@/lib/wallet/top-up/check-top-up';
import { claimTopUp } from '@/lib/wallet/top-up/claim-top-up';
import { startTopUp } from '@/lib/wallet/top-up/start-top-up';

const steps = { points: 60, seconds: 600 };

/** "Pay": to the system's page by one of ours that leads there, or back here where the details are shown. */
export async function pay(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { topUpId = '' } = formValues(form);
  return drawnAnew(
    await runAction<null>(async () => {
      const actor = await customer();
      const locale = toLocale(await getLocale());
      const ip = clientIp(await headers());
      const { paymentId, step } = await startTopUp({ actor, topUpId, locale, ip });
      await rememberTopUp(paymentId, { topUpId, locale });
      if (step.kind === 'redirect' || step.kind === 'form')
        return nextRedirect(`/api/pay/top-up/${topUpId}?locale=${locale}`);
      return showTopUp(topUpId);
    }),
  );
}

/** "I have paid", with what helps to find the payment and a receipt; also after its time is over. */
export async function claim(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { topUpId = '', ...values } = formValues(form);
  return drawnAnew(
    await runAction<null>(async () => {
      const { payer = '', reference = '', comment = '' } = values;
      const receipt = await pictureOf(formOf(form).get('receipt'));
      await claimTopUp({ actor: await customer(), topUpId, payer, reference, comment, receipt });
      return showTopUp(topUpId);
    }, values),
  );
}

/** The customer has paid and wants to know: the system is asked now. */
export async function check(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { topUpId = '' } = formValues(form);
  return runAction<null>(async () => {
    await checkTopUp({ actor: await customer(), topUpId });
    return redirect({ href: `/cabinet/top-up/${topUpId}?back=1`, locale: await getLocale() });
  });
}

/** The customer gives it up. */
export async function cancel(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { topUpId = '' } = formValues(form);
  return drawnAnew(
    await runAction<null>(async () => {
      await cancelTopUp({ actor: await customer(), topUpId });
      return showTopUp(topUpId);
    }),
  );
}

async function customer(): Promise<UserActor> {
  const actor = requireUser(await currentActor());
  await limit('top-up-steps', actor.userId, steps);
  return actor;
}

/** Somebody was first: the page around the refusal shows what it has become. */
function drawnAnew(result: ActionResult): ActionResult {
  if (!result.ok && result.code === 'top_up_moved') refresh();
  return result;
}

async function showTopUp(topUpId: string): Promise<never> {
  return redirect({ href: `/cabinet/top-up/${topUpId}`, locale: await getLocale() });
}
