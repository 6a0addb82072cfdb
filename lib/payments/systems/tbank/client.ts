import { type Called, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import { type ExactJson, textAt, valueAt } from '@/lib/payments/exact-json';
import type { TbankSettings } from './settings';
import { tokenOf } from './signature';

export type TbankAnswer =
  | { outcome: 'done'; told: ExactJson }
  /** `Success: false`, in the bank's words. */
  | { outcome: 'refused'; reason: string; code: string }
  | { outcome: 'unknown'; reason: string };

/** Calls a method of the terminal. Scalars are signed; the bank answers HTTP 200 even where it refuses. */
export async function callTbank(
  at: At<TbankSettings>,
  method: 'Init' | 'GetQr' | 'GetState' | 'CheckOrder' | 'Cancel',
  params: Record<string, string | number>,
): Promise<TbankAnswer> {
  const { terminalKey, password } = at.settings;
  const fields = { TerminalKey: terminalKey, ...params };
  const called = await callJson(at.http, {
    method: 'POST',
    url: `https://${hostOf(at)}/v2/${method}`,
    json: { ...fields, Token: tokenOf(fields, password) },
    timeoutMs: 30_000,
  });
  return read(called);
}

function hostOf({ settings, testMode }: At<TbankSettings>): string {
  return testMode && settings.testHost === 'test' ? 'rest-api-test.tinkoff.ru' : 'securepay.tinkoff.ru';
}

function read(called: Called): TbankAnswer {
  if (called.kind === 'unknown' || called.kind === 'unsent')
    return { outcome: 'unknown', reason: called.reason };
  const told = called.json;
  const success = valueAt(told, 'Success');
  if (told !== undefined && success === true) return { outcome: 'done', told };
  if (success !== false) return { outcome: 'unknown', reason: 'an answer without Success' };
  const code = textAt(told, 'ErrorCode') ?? '';
  const words = [textAt(told, 'Message'), textAt(told, 'Details')].filter(Boolean).join(' ');
  return { outcome: 'refused', code, reason: `${code}: ${words}`.slice(0, 300) };
}
