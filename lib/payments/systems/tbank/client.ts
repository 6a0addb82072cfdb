import { type Called, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import { type ExactJson, textAt, valueAt } from '@/lib/payments/exact-json';
import type { TbankSettings } from './settings';
import { certificateSignature, tokenOf } from './signature';

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
  return post(at, `/v2/${method}`, { ...fields, Token: tokenOf(fields, password) });
}

/** Calls a method of the terminal of payouts; signed by its certificate where there is one. */
export async function callPayouts(
  at: At<TbankSettings>,
  method: 'Init' | 'Payment' | 'GetState',
  params: Record<string, string | number>,
): Promise<TbankAnswer> {
  const { payoutTerminalKey, payoutPassword, payoutKey, payoutSerial } = at.settings;
  const fields = { TerminalKey: payoutTerminalKey, ...params };
  const signature =
    payoutKey === ''
      ? { Token: tokenOf(fields, payoutPassword) }
      : { ...certificateSignature(fields, payoutKey), X509SerialNumber: payoutSerial };
  return post(at, `/e2c/v2/${method}`, { ...fields, ...signature });
}

async function post(at: At<TbankSettings>, path: string, json: object): Promise<TbankAnswer> {
  const url = `https://${hostOf(at)}${path}`;
  return read(await callJson(at.http, { method: 'POST', url, json, timeoutMs: 30_000 }));
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
