import { ask, isNoAnswer, refused, unknown } from '@/lib/payments/ask';
import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import { type ExactJson, exactObject, textAt } from '@/lib/payments/exact-json';
import { gatewayOf, type SberSettings } from './settings';

/** An answer of the gateway. `code` is `0` where it did what was asked; `told` then holds it. */
export type GatewayAnswer = { code: string; reason: string; told: { [name: string]: ExactJson } };

/** Calls the gateway, in JSON or as a form, as it wants. Refused: the settings do not allow a call at all. */
export async function callGateway(
  at: At<SberSettings>,
  method: 'register' | 'getOrderStatusExtended' | 'refund',
  params: Record<string, string>,
): Promise<GatewayAnswer | Unknown | Refused> {
  const { userName, password, token } = at.settings;
  const gateway = gatewayOf(at.settings, at.testMode);
  if (!gateway) return refused('the address of the gateway is not set');
  if (token === '' && (userName === '' || password === ''))
    return refused('neither token nor name and password are set');
  const fields = { ...(token === '' ? { userName, password } : { token }), ...params };
  const answer = await ask(at.http, {
    method: 'POST',
    url: `${gateway.base}${method}.do`,
    headers: { 'content-type': gateway.json ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: gateway.json ? JSON.stringify(fields, asNumbers) : new URLSearchParams(fields).toString(),
    timeoutMs: 30_000,
  });
  if (isNoAnswer(answer)) return unknown(answer.reason);
  const told = exactObject(answer.body);
  if (answer.status !== 200 || !told || Object.keys(told).length === 0)
    return unknown(`${method} answered HTTP ${answer.status}`);
  const code = textAt(told, 'errorCode') ?? '0';
  return { code, reason: `${method} ${code}: ${textAt(told, 'errorMessage') ?? ''}`.slice(0, 300), told };
}

/** In JSON sums and times are numbers; minor units of any payment fit exactly. */
function asNumbers(name: string, value: unknown): unknown {
  return name === 'amount' || name === 'sessionTimeoutSecs' ? Number(value) : value;
}
