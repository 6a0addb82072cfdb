import { type Called, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import { type ExactJson, textAt } from '@/lib/payments/exact-json';
import { hmac, sameSignature } from '@/lib/payments/signature';
import type { ShkeeperSettings } from './settings';

/**
 * A call to the server; `path` begins behind `/api/v1`. `signIn`: with name and password, which payouts want instead of
 * the key. The server says no with HTTP 200 and `status: error`.
 */
export async function shkeeper(
  { settings, http }: At<ShkeeperSettings>,
  method: 'GET' | 'POST',
  path: string,
  { json, signIn = false }: { json?: unknown; signIn?: boolean } = {},
): Promise<Called> {
  const { serverUrl, apiKey, username, password } = settings;
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  const called = await callJson(http, {
    method,
    url: `${serverUrl}/api/v1${path}`,
    headers: signIn ? { authorization: `Basic ${basic}` } : { 'x-shkeeper-api-key': apiKey },
    ...(json === undefined ? {} : { json }),
  });
  return called.kind === 'done' && textAt(called.json, 'status') === 'error' ? saidNo(called.json) : called;
}

function saidNo(json: ExactJson): Called {
  return { kind: 'refused', status: 200, json, reason: textAt(json, 'message') ?? 'no reason told' };
}

/** `X-Shkeeper-Signature`, keyed with the API key. */
export function shkeeperSignature(timestamp: string, body: Buffer | string, apiKey: string): string {
  return hmac('sha256', apiKey, Buffer.concat([Buffer.from(`${timestamp}.`), Buffer.from(body)]));
}

const toleranceSeconds = 300;

export function signatureProblem(
  { timestamp, signature }: { timestamp: string | undefined; signature: string | undefined },
  body: Buffer,
  apiKey: string,
  now: Date,
): 'no_signature' | 'bad_signature' | 'stale' | null {
  if (!signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return 'no_signature';
  if (!sameSignature(signature, shkeeperSignature(timestamp, body, apiKey), 'hex')) return 'bad_signature';
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds ? 'stale' : null;
}
