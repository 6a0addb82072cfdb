'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { type Actor, requireUser } from '@/lib/auth/actor';
import { saveRequisites } from '@/lib/auth/save-requisites';
import { AppError } from '@/lib/errors';
import { toLocale } from '@/lib/i18n/locales';
import { limit } from '@/lib/rate-limit';
import { cancelWithdrawal } from '@/lib/wallet/withdrawal/cancel-withdrawal';
import { createWithdrawal } from '@/lib/wallet/withdrawal/create-withdrawal';
import { summariseWithdrawal, type WithdrawalSummary } from '@/lib/wallet/withdrawal/summarise-withdrawal';
import { attemptKey } from '@/lib/wallet/withdrawal/withdraw-input';

/** What was checked, with what was typed: the second form sends that. */
export type Reviewed = { summary: WithdrawalSummary; typed: Record<string, string> };

const pressesPerPerson = { points: 60, seconds: 300 };

/** The first form: checks everything and tells what it will be. Nothing is made. */
export async function reviewAction(
  _previous: ActionResult<Reviewed> | null,
  form: FormData,
): Promise<ActionResult<Reviewed>> {
  const typed = formValues(form);
  const actor = await currentActor();
  return runAction(async () => {
    await limit('withdraw', requireUser(actor).userId, pressesPerPerson);
    return { summary: await summariseWithdrawal({ actor, ...inputOf(typed) }), typed };
  }, typed);
}

/** The second form: makes the withdrawal and goes to its page. */
export async function confirmAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const typed = formValues(form);
  const actor = await currentActor();
  const locale = toLocale(await getLocale());
  const result = await runAction(async () => {
    await limit('withdraw', requireUser(actor).userId, pressesPerPerson);
    const input = { ...inputOf(typed), fee: typed.fee ?? '', locale };
    // Of one page and one content comes one withdrawal, also by the back button; other contents are another one.
    const idempotencyKey = attemptKey(typed.pageKey ?? '', input);
    const { withdrawalId } = await createWithdrawal({ actor, ...input, idempotencyKey });
    if (typed.save === 'on') await keepRequisites(typed, actor);
    return redirect({ href: `/cabinet/wallet/withdraw/${withdrawalId}?done=1`, locale });
  }, typed);
  return result;
}

/** The customer takes it back. */
export async function takeBackAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  const { withdrawalId = '' } = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await cancelWithdrawal({ actor, withdrawalId });
    return null;
  });
  // Also where it had gone on meanwhile: its present state is shown.
  revalidatePath('/[locale]/cabinet/wallet', 'layout');
  return result;
}

function inputOf(typed: Record<string, string>) {
  const requisites = Object.entries(typed).filter(([name]) => name.startsWith('get.'));
  return {
    methodCode: typed.methodCode ?? '',
    amount: typed.amount ?? '',
    requisites: Object.fromEntries(requisites.map(([name, value]) => [name.slice('get.'.length), value])),
  };
}

/** Kept for the next time. The withdrawal is made already: what cannot be kept is no reason to fail. */
async function keepRequisites(typed: Record<string, string>, actor: Actor): Promise<void> {
  const { methodCode, requisites } = inputOf(typed);
  try {
    await saveRequisites({ methodCode, label: '', values: requisites, actor });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
