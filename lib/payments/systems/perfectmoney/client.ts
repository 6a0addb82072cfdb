import Papa from 'papaparse';
import { ask, isNoAnswer, refused, unknown } from '@/lib/payments/ask';
import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import type { PerfectmoneySettings } from './settings';

/** Whether number and password of the member are set. */
export function canCall({ memberId, memberPassword }: PerfectmoneySettings): boolean {
  return memberId !== '' && memberPassword !== '';
}

/** Calls a page that answers with hidden inputs; refused in its own words where one of them is ERROR. */
export async function callPage(
  at: At<PerfectmoneySettings>,
  page: 'balance' | 'confirm',
  params: Record<string, string> = {},
): Promise<{ inputs: Map<string, string> } | Refused | Unknown> {
  const text = await fetchPage(at, page, params);
  if (typeof text !== 'string') return text;
  const inputs = hiddenInputs(text);
  const error = inputs.get('ERROR');
  if (error !== undefined) return refused(`${page}: ${error}`);
  return inputs.size > 0 ? { inputs } : unknown(`${page} answered something unreadable`);
}

export type HistoryRow = Record<string, string>;

/** The history of the member between two days, as rows by column. */
export async function callHistory(
  at: At<PerfectmoneySettings>,
  { from, till, received }: { from: Date; till: Date; received: boolean },
): Promise<{ rows: HistoryRow[] } | Refused | Unknown> {
  const day = (name: string, date: Date) => ({
    [`${name}day`]: String(date.getUTCDate()),
    [`${name}month`]: String(date.getUTCMonth() + 1),
    [`${name}year`]: String(date.getUTCFullYear()),
  });
  const which: Record<string, string> = received ? { paymentsreceived: '1' } : { paymentsmade: '1' };
  const text = await fetchPage(at, 'historycsv', { ...day('start', from), ...day('end', till), ...which });
  if (typeof text !== 'string') return text;
  if (!/^Time,Type,Batch,/.test(text)) return unknown('historycsv answered something unreadable');
  const { data } = Papa.parse<HistoryRow>(text.trim(), { header: true, skipEmptyLines: true });
  return { rows: data };
}

async function fetchPage(
  at: At<PerfectmoneySettings>,
  page: string,
  params: Record<string, string>,
): Promise<string | Refused | Unknown> {
  const { memberId, memberPassword } = at.settings;
  if (!canCall(at.settings)) return refused('number and password of the member are not set');
  const query = new URLSearchParams({ AccountID: memberId, PassPhrase: memberPassword, ...params });
  const answer = await ask(at.http, {
    method: 'GET',
    url: `https://perfectmoney.is/acct/${page}.asp?${query}`,
  });
  if (isNoAnswer(answer)) return unknown(answer.reason);
  return answer.status === 200 ? answer.text : unknown(`${page} answered HTTP ${answer.status}`);
}

function hiddenInputs(html: string): Map<string, string> {
  const found = html.matchAll(/<input name='([^'<>]{1,60})' type='hidden' value='([^'<>]{0,300})'>/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}
