'use server';

import { revalidatePath } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { reasonWords } from '@/components/payouts/reason-words';
import { type ActionResult, formValues, runAction } from '@/lib/action';
import { deleteConnection } from '@/lib/payments/connections/delete-connection';
import { openFields } from '@/lib/payments/connections/open-fields';
import { saveConnection } from '@/lib/payments/connections/save-connection';
import { type ConnectionTest, testConnection } from '@/lib/payments/connections/test-connection';

/** Connects a system (then goes to the connection's page) or changes a connection. */
export async function saveConnectionAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { systemCode = '', connectionId, ...input } = formValues(form);
  const actor = await currentActor();
  // What was typed goes back to the page, secrets do not.
  const result = await runAction(
    () => saveConnection({ actor, systemCode, connectionId: connectionId ?? null, input }),
    openFields(systemCode, input),
  );
  if (!result.ok) return result;
  if (!connectionId)
    redirect({ href: `/admin/systems/${result.value}?done=created`, locale: await getLocale() });
  revalidatePath('/[locale]/admin/systems', 'layout');
  return { ok: true, value: null };
}

export async function testConnectionAction(
  _previous: ActionResult<ConnectionTest> | null,
  form: FormData,
): Promise<ActionResult<ConnectionTest>> {
  const { connectionId = '' } = formValues(form);
  const actor = await currentActor();
  const t = await getTranslations();
  const result = await runAction(async () => {
    const test = await testConnection({ actor, connectionId });
    return 'reason' in test ? { ...test, reason: reasonWords(t, test.reason) } : test;
  });
  if (result.ok) revalidatePath('/[locale]/admin/systems', 'layout');
  return result;
}

export async function deleteConnectionAction(
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const { connectionId = '' } = formValues(form);
  const actor = await currentActor();
  const result = await runAction(async () => {
    await deleteConnection({ actor, connectionId });
    return null;
  });
  if (result.ok) redirect({ href: '/admin/systems', locale: await getLocale() });
  return result;
}
