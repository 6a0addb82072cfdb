import type { ActionResult } from '@/lib/action';

type FailedResult = Extract<ActionResult<unknown>, { ok: false }>;

type Words = { key: string; values: Record<string, string | number> };

/** Refusals of an amount, which name the nearest that works. */
const amountCodes = new Set<string>(['amount_too_small', 'amount_too_large', 'no_reserve']);

/**
 * Key of `errors` and the values of its text for an answer. Whoever must wait is told how long; whose amount is refused,
 * the nearest that works or what is left, though the form that he sent may have no field to say it beside.
 */
export function errorWords({ code, params = {}, fields = {}, errorId = '' }: FailedResult): Words {
  const seconds = Number(params.seconds);
  if (code === 'too_many_requests' && seconds > 0)
    return { key: 'too_many_requests_wait', values: waitOf(seconds) };
  const amount = amountCodes.has(code) ? (fields.give ?? fields.get) : undefined;
  if (amount) return { key: `fields.${amount.key}`, values: amount.params ?? {} };
  if (code === 'no_reserve' && params.available && params.asset)
    return {
      key: 'no_reserve_left',
      values: { available: withoutIdleZeros(params.available), asset: params.asset },
    };
  return { key: code, values: { ...params, errorId } };
}

function withoutIdleZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** Whole minutes; from two hours on whole hours. */
function waitOf(seconds: number): { unit: string; count: number } {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120
    ? { unit: 'minutes', count: minutes }
    : { unit: 'hours', count: Math.ceil(minutes / 60) };
}
