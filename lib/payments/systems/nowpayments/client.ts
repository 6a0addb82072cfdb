import { type Called, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import { sortedJson } from '@/lib/payments/exact-json';
import { hmac, sameSignature } from '@/lib/payments/signature';
import type { NowpaymentsSettings } from './settings';

/**
 * A call to the interface. `body` is JSON already written, because amounts go as numbers and must not pass through one.
 * `token`: of a signed-in account, for payouts.
 */
export function nowpayments(
  { settings, http, testMode }: At<NowpaymentsSettings>,
  method: 'GET' | 'POST',
  path: string,
  { body, token }: { body?: string; token?: string } = {},
): Promise<Called> {
  const host = testMode ? 'api-sandbox.nowpayments.io' : 'api.nowpayments.io';
  return callJson(http, {
    method,
    url: `https://${host}/v1${path}`,
    headers: {
      'x-api-key': settings.apiKey,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
}

/** JSON in which these plain decimals stand as numbers, digit for digit. */
export function jsonWithNumbers(fields: Record<string, unknown>, numbers: Record<string, string>): string {
  const written = Object.entries(numbers).map(([name, value]) => {
    if (!/^\d+(\.\d+)?$/.test(value)) throw new RangeError(`${name} is no plain decimal`);
    return `${JSON.stringify(name)}:${value}`;
  });
  return JSON.stringify(fields).replace(
    /^\{/,
    `{${written.join(',')}${Object.keys(fields).length > 0 ? ',' : ''}`,
  );
}

/** `x-nowpayments-sig`: over the body with its keys sorted at every depth; null where the body is no JSON. */
export function ipnSignature(body: string, secret: string): string | null {
  const sorted = sortedJson(body);
  return sorted === null ? null : hmac('sha512', secret.trim(), sorted);
}

export function isSigned(header: string | undefined, body: string, secret: string): boolean {
  return sameSignature(header, ipnSignature(body, secret) ?? '', 'hex');
}
