import { type Called, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import type { YookassaSettings } from './settings';

const base = 'https://api.yookassa.ru/v3';

/** `Authorization` of a shop (id and secret key) or of a payout gateway (agent id and its secret). */
export function basicAuth(login: string, password: string): string {
  return `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
}

type Call =
  | { method: 'GET'; path: string; gateway?: true }
  /** The same key and the same body are the same payment, payout or refund. */
  | { method: 'POST'; path: string; json: object; idempotenceKey: string; gateway?: true };

/** Calls the interface as the shop, or as its payout gateway. 202 and 500 say nothing about what was done. */
export async function callYookassa(at: At<YookassaSettings>, call: Call): Promise<Called> {
  const { shopId, secretKey, payoutAgentId, payoutSecretKey } = at.settings;
  const authorization = call.gateway
    ? basicAuth(payoutAgentId, payoutSecretKey)
    : basicAuth(shopId, secretKey);
  const called = await callJson(at.http, {
    method: call.method,
    url: `${base}${call.path}`,
    headers: { authorization, ...('json' in call ? { 'idempotence-key': call.idempotenceKey } : {}) },
    ...('json' in call ? { json: call.json } : {}),
    timeoutMs: 30_000,
  });
  return called.kind === 'done' && called.status === 202
    ? { kind: 'unknown', reason: 'HTTP 202: still being worked on' }
    : called;
}
