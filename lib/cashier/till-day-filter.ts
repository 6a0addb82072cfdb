import { dayBefore, type OfficeDay, officeDayOf, readOfficeDay } from '@/lib/cashier/office-day';
import { receiptKey } from '@/lib/cashier/receipt-key';
import type { TillFilter } from '@/lib/cashier/till-day';
import type { TillReader } from '@/lib/cashier/till-reader';
import { moneyKinds, tillKinds, tillStatuses } from '@/lib/cashier/till-words';
import { now } from '@/lib/clock';
import { isId } from '@/lib/ids';
import { officeSettings } from '@/lib/settings';
import { readWalletNumber } from '@/lib/wallet/wallet-number';

/** The lines of a day as a FROM with its parameters: operations when their money moved, and what was taken back. */
export type DayLines = { day: OfficeDay; sql: string; params: unknown[] };

const names = ['day', 'kind', 'asset', 'moneyKind', 'status', 'search', 'cashierId'] as const;

/** A filter as an address carries it: what is empty or has another name is left out, and what no column can hold. */
export function readTillFilter(asked: Record<string, unknown>): TillFilter {
  const filter: TillFilter = {};
  for (const name of names) {
    const value = asked[name];
    if (typeof value !== 'string') continue;
    const text = value.slice(0, 60).replace(/[\p{Cc}\p{Cs}]/gu, '');
    if (text !== '') filter[name] = text;
  }
  return filter;
}

/**
 * What a reader sees of a day by that filter: an operation on the day it was done (or, while it waits, was asked for),
 * and once more on the day it was taken back. A cashier sees today and yesterday; those who see all, any day.
 */
export async function dayLines(reader: TillReader, filter: TillFilter): Promise<DayLines> {
  const { timeZone } = await officeSettings();
  const day = dayFor(reader, filter.day, timeZone);
  const params: unknown[] = [day.from, day.to];
  const conditions: string[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    params.push(value);
    conditions.push(condition(`$${params.length}`));
  };
  if (!reader.all) add(reader.userId, (me) => `(o.cashier_id = ${me} OR o.reversed_by = ${me})`);
  else if (filter.cashierId && isId('usr', filter.cashierId))
    add(filter.cashierId, (id) => `(o.cashier_id = ${id} OR o.reversed_by = ${id})`);
  const kind = tillKinds.find((one) => one === filter.kind);
  if (kind) add(kind, (place) => `o.kind = ${place}::"TillKind"`);
  const status = tillStatuses.find((one) => one === filter.status);
  if (status) add(status, (place) => `o.status = ${place}::"TillStatus"`);
  const moneyKind = moneyKinds.find((one) => one === filter.moneyKind);
  if (moneyKind) add(moneyKind, (place) => `o.money_kind = ${place}`);
  if (filter.asset && /^[A-Z0-9]{1,16}$/.test(filter.asset))
    add(filter.asset, (place) => `o.asset_code = ${place}`);
  const search = filter.search?.trim().slice(0, 60) ?? '';
  if (search !== '') conditions.push(searched(search, params));
  const where = conditions.map((condition) => ` AND ${condition}`).join('');
  return { day, params, sql: linesSql(where) };
}

/** Whatever is not a day, or not his to see, is today. */
function dayFor(reader: TillReader, text: string | undefined, timeZone: string): OfficeDay {
  const today = officeDayOf(now(), timeZone);
  const named = text ? readOfficeDay(text, timeZone) : null;
  if (!named || named.day > today.day) return today;
  return reader.all || named.day >= dayBefore(today, timeZone).day ? named : today;
}

function searched(text: string, params: unknown[]): string {
  const number = /^#?\d{1,9}$/.test(text) ? Number(text.replace('#', '')) : null;
  params.push(readWalletNumber(text), receiptKey(text), number);
  const [wallet, receipt, operation] = [params.length - 2, params.length - 1, params.length];
  return `(o.user_id IN (SELECT user_id FROM wallets WHERE number = $${wallet}::text)
    OR o.receipt_key = $${receipt}::text OR o.number = $${operation}::int)`;
}

// Three looks by three indexes, instead of one through all operations there are.
const linesSql = (where: string) => `(
  SELECT o.id, 'operation' AS line, o.created_at AS at FROM till_operations o
  WHERE o.decided_at IS NULL AND o.created_at >= $1 AND o.created_at < $2${where}
  UNION ALL
  SELECT o.id, 'operation', o.decided_at FROM till_operations o
  WHERE o.decided_at >= $1 AND o.decided_at < $2${where}
  UNION ALL
  SELECT o.id, 'reversal', o.reversed_at FROM till_operations o
  WHERE o.reversed_at >= $1 AND o.reversed_at < $2${where}
) AS lines`;
