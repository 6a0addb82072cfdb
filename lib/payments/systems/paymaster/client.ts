import { randomBytes } from 'node:crypto';
import { ask, isNoAnswer, unknown } from '@/lib/payments/ask';
import type { At, Unknown } from '@/lib/payments/contract/at';
import { type ExactJson, exactObject, textAt } from '@/lib/payments/exact-json';
import type { PaymasterSettings } from './settings';
import { restHash } from './signature';

export type RestAnswer = { code: string; told: ExactJson };

/** Whether the old REST interface can be asked. */
export function canAsk({ restLogin, restPassword }: PaymasterSettings): boolean {
  return restLogin !== '' && restPassword !== '';
}

/** Calls the old REST interface; parameters stand in the order in which they are signed. Always HTTP 200. */
export async function callRest(
  at: At<PaymasterSettings>,
  method: 'getPayment' | 'getPaymentByInvoiceID' | 'refundPayment',
  params: readonly (readonly [string, string])[],
): Promise<RestAnswer | Unknown> {
  const { restLogin, restPassword } = at.settings;
  const nonce = randomBytes(16).toString('hex');
  const hash = restHash(
    restLogin,
    restPassword,
    nonce,
    params.map(([, value]) => value),
  );
  const query = new URLSearchParams([
    ['login', restLogin],
    ['nonce', nonce],
    ['hash', hash],
    ...params.map((pair) => [...pair]),
  ]);
  const answer = await ask(at.http, { method: 'GET', url: `https://paymaster.ru/api/v1/${method}?${query}` });
  if (isNoAnswer(answer)) return unknown(answer.reason);
  const told = exactObject(answer.body);
  const code = textAt(told ?? undefined, 'ErrorCode');
  return told && code !== undefined && answer.status === 200
    ? { code, told }
    : unknown(`${method} answered HTTP ${answer.status}`);
}
