import { ask, isNoAnswer, refused, unknown } from '@/lib/payments/ask';
import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import { type ExactJson, exactObject, textAt, valueAt } from '@/lib/payments/exact-json';
import type { PayeerSettings } from './settings';

/** Whether account, id and password of the interface are set. */
export function canCall({ account, apiId, apiPassword }: PayeerSettings): boolean {
  return account !== '' && apiId !== '' && apiPassword !== '';
}

/** Calls the interface. Refused: it does not know us, or lists errors. */
export async function callPayeer(
  at: At<PayeerSettings>,
  action: 'balance' | 'transfer' | 'historyInfo' | 'shopOrderInfo',
  params: Record<string, string> = {},
): Promise<{ told: ExactJson } | Refused | Unknown> {
  const { account, apiId, apiPassword } = at.settings;
  if (!canCall(at.settings)) return refused('account, id and password of the interface are not set');
  const answer = await ask(at.http, {
    method: 'POST',
    url: 'https://payeer.com/ajax/api/api.php',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ account, apiId, apiPass: apiPassword, action, ...params }).toString(),
    timeoutMs: 30_000,
  });
  if (isNoAnswer(answer)) return unknown(answer.reason);
  const told = exactObject(answer.body);
  const authError = textAt(told ?? undefined, 'auth_error');
  if (!told || authError === undefined || answer.status !== 200)
    return unknown(`${action} answered HTTP ${answer.status}`);
  if (authError !== '0') return refused(`${action}: the interface refuses the login (${authError})`);
  const errors = valueAt(told, 'errors');
  const none = errors === undefined || errors === null || errors === false || errors === '';
  if (none || (typeof errors === 'object' && Object.keys(errors).length === 0)) return { told };
  return refused(`${action}: ${JSON.stringify(errors)}`);
}
