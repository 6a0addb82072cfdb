import { ask, isNoAnswer, refused, unknown } from '@/lib/payments/ask';
import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import { exactObject, textAt } from '@/lib/payments/exact-json';
import type { YoomoneySettings } from './settings';

export type WalletAnswer = NonNullable<ReturnType<typeof exactObject>>;

/**
 * Calls a method of the wallet's interface. `refused`: the token is not taken or the method failed in the wallet's own
 * words; answers of payments (`status: refused`) are answers.
 */
export async function callWallet(
  at: At<YoomoneySettings>,
  method: 'account-info' | 'operation-history' | 'request-payment' | 'process-payment',
  params: Record<string, string> = {},
): Promise<{ told: WalletAnswer } | Refused | Unknown> {
  const { accessToken } = at.settings;
  if (accessToken === '') return refused('the access token is not set');
  const answer = await ask(at.http, {
    method: 'POST',
    url: `https://yoomoney.ru/api/${method}`,
    headers: {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(params).toString(),
    timeoutMs: 30_000,
  });
  if (isNoAnswer(answer)) return unknown(answer.reason);
  if (answer.status === 401 || answer.status === 403)
    return refused(`the access token is not taken (HTTP ${answer.status})`);
  const told = exactObject(answer.body);
  if (answer.status !== 200 || !told) return unknown(`${method} answered HTTP ${answer.status}`);
  const error = textAt(told, 'error');
  if (error !== undefined && textAt(told, 'status') === undefined) return refused(`${method}: ${error}`);
  return { told };
}
