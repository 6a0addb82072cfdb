import { type Called, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import type { PaymasterRestSettings } from './settings';

/** Calls the REST interface; `key` makes a POST that is repeated the same one. */
export function callPaymaster(
  at: At<PaymasterRestSettings>,
  call: { method: 'GET'; path: string } | { method: 'POST'; path: string; json: object; key: string },
): Promise<Called> {
  return callJson(at.http, {
    method: call.method,
    url: `https://paymaster.ru/api/v2${call.path}`,
    headers: {
      authorization: `Bearer ${at.settings.token}`,
      ...('key' in call ? { 'idempotency-key': call.key } : {}),
    },
    ...('json' in call ? { json: call.json } : {}),
    timeoutMs: 30_000,
  });
}

/** An amount as the interface wants it: a JSON number, which two decimals and 13 digits always fit into exactly. */
export function amountOf(amount: string, currency: string): { value: number; currency: string } {
  return { value: Number(amount), currency };
}
