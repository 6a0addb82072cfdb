import { type Called, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import { textAt } from '@/lib/payments/exact-json';
import type { InterkassaSettings } from './settings';

/** Whether the interface may be called at all. */
export function hasApi({ apiUserId, apiKey, accountId }: InterkassaSettings): boolean {
  return apiUserId !== '' && apiKey !== '' && accountId !== '';
}

/** A call to the interface: a form in, JSON out. It says no with `status: error` or a code other than 0. */
export async function interkassa(
  { settings, http }: At<InterkassaSettings>,
  path: string,
  form?: Record<string, string>,
): Promise<Called> {
  if (!hasApi(settings)) return { kind: 'unsent', reason: 'the API user, key or account is not set' };
  const { apiUserId, apiKey, accountId } = settings;
  const called = await callJson(http, {
    method: form === undefined ? 'GET' : 'POST',
    url: `https://api.interkassa.com/v1${path}`,
    headers: {
      authorization: `Basic ${Buffer.from(`${apiUserId}:${apiKey}`).toString('base64')}`,
      'ik-api-account-id': accountId,
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
  });
  if (called.kind !== 'done') return called;
  const [status, code] = [textAt(called.json, 'status'), textAt(called.json, 'code')];
  if (status === 'ok' && (code === undefined || code === '0')) return called;
  const reason = textAt(called.json, 'message') ?? `code ${code ?? 'none'}`;
  return status === undefined
    ? { kind: 'unknown', reason: 'the answer is none of Interkassa' }
    : { kind: 'refused', status: called.status, json: called.json, reason };
}
