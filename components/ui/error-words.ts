import type { ActionResult } from '@/lib/action';

type FailedResult = Extract<ActionResult<unknown>, { ok: false }>;

/** Key of `errors` and the values of its text for an answer; whoever must wait is told how long. */
export function errorWords({ code, params = {}, errorId = '' }: FailedResult) {
  const seconds = Number(params.seconds);
  if (code === 'too_many_requests' && seconds > 0)
    return { key: 'too_many_requests_wait', values: waitOf(seconds) };
  return { key: code, values: { ...params, errorId } };
}

/** Whole minutes; from two hours on whole hours. */
function waitOf(seconds: number): { unit: string; count: number } {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120
    ? { unit: 'minutes', count: minutes }
    : { unit: 'hours', count: Math.ceil(minutes / 60) };
}
