import { query } from '@/lib/db';
import { type DeskFilter, sortShown, statusesShown } from '@/lib/exchange/desk-filter';
import { openStatuses, orderStatuses, statusFacts, undecidedExceptions } from '@/lib/exchange/status';
import { parseAmount } from '@/lib/money';
import { requisiteSearchKey } from '@/lib/requisites/validator';
import { officeSettings } from '@/lib/settings';

/** What the filters' values are read by: decimals of each asset, and the zone that days are days of. */
export type DeskFacts = { assets: { code: string; scale: number }[]; timeZone: string };

export type OrderWhere = {
  /** A condition on `orders o`, numbered from the first parameter asked for. Deleted orders are never in it. */
  sql: string;
  params: unknown[];
};

export async function deskFacts(): Promise<DeskFacts> {
  const [assets, office] = await Promise.all([
    query<{ code: string; scale: number }>('SELECT code, scale FROM assets ORDER BY code'),
    officeSettings(),
  ]);
  return { assets, timeZone: office.timeZone };
}

const listed = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
const waiting = orderStatuses.filter((status) => statusFacts[status].waitsForOffice);

/** Word for word the predicates of the partial indexes: only then are these used. */
const viewSql = {
  waiting: `(o.status IN (${listed(waiting)}) OR o.exception IN (${listed(undecidedExceptions)}))`,
  open: `o.status NOT IN (${listed(orderStatuses.filter((status) => !openStatuses.includes(status)))})`,
  all: 'true',
};

/**
 * The filters as SQL, shared by the desk's list and the export. Statuses and exceptions are written out (they come
 * from closed lists of our own), so that partial indexes match; everything typed is a parameter.
 */
export function orderWhere(filter: DeskFilter, facts: DeskFacts, first = 1): OrderWhere {
  const params: unknown[] = [];
  const add = (value: unknown) => `$${first - 1 + params.push(value)}`;
  const parts = ['o.deleted_at IS NULL', statusSql(filter), ...exceptionSql(filter)];
  if (filter.type.length > 0) parts.push(anyOf('o.type', filter.type));
  if (filter.from.length > 0) parts.push(oneOf('o.from_method_id', filter.from, add));
  if (filter.to.length > 0) parts.push(oneOf('o.to_method_id', filter.to, add));
  const dayStart = (text: string, plusDays: number) =>
    `((${add(text)}::date + ${plusDays})::timestamp AT TIME ZONE ${add(facts.timeZone)})`;
  if (filter.since) {
    const start = dayStart(filter.since, 0);
    // Nothing waits since before it was made; said aloud, the queue's own index can begin there too.
    parts.push(`o.created_at >= ${start}`, `o.waiting_since >= ${start}`);
  }
  if (filter.until) parts.push(`o.created_at < ${dayStart(filter.until, 1)}`);
  if (filter.min || filter.max || filter.asset) parts.push(amountSql(filter, facts, add));
  if (filter.email) parts.push(emailSql(filter.email, add));
  if (filter.id) parts.push(`o.id = ${add(filter.id)}`);
  if (filter.requisites) {
    parts.push(`o.search_keys @> ARRAY[${add(requisiteSearchKey(filter.requisites))}]::text[]`);
  }
  if (filter.operator === 'none') parts.push('o.held_by IS NULL');
  else if (filter.operator) parts.push(`o.held_by = ${add(filter.operator)}`);
  return { sql: parts.filter((part) => part !== 'true').join(' AND '), params };
}

/** `ORDER BY` of the filter's order; the pair is unique, so pages can begin after any row. */
export function orderBy(filter: DeskFilter): string {
  return sortShown(filter) === 'oldest' ? 'o.waiting_since, o.id' : 'o.created_at DESC, o.id DESC';
}

type Add = (value: unknown) => string;

function statusSql(filter: DeskFilter): string {
  const shown = statusesShown(filter);
  const views = shown.flatMap((status) =>
    status in viewSql ? [viewSql[status as keyof typeof viewSql]] : [],
  );
  const statuses = shown.filter((status) => !(status in viewSql));
  const parts = statuses.length > 0 ? [...views, anyOf('o.status', statuses)] : views;
  if (parts.includes('true')) return 'true';
  return parts.length === 1 ? (parts[0] ?? 'true') : `(${parts.join(' OR ')})`;
}

function exceptionSql({ exception }: DeskFilter): string[] {
  if (exception.length === 0) return [];
  const named = exception.filter((name) => name !== 'any');
  // A named one is not null anyway; said twice, PostgreSQL takes the list for much shorter than it is.
  return exception.includes('any') ? ['o.exception IS NOT NULL'] : [anyOf('o.exception', named)];
}

function anyOf(column: string, values: readonly string[]): string {
  return values.length === 1 ? `${column} = ${listed(values)}` : `${column} IN (${listed(values)})`;
}

function oneOf(column: string, values: readonly string[], add: Add): string {
  return values.length === 1 ? `${column} = ${add(values[0])}` : `${column} = ANY(${add(values)}::text[])`;
}

/** A decimal means other units in every asset; the largest is taken where the asset is asked for by name. */
function amountSql(filter: DeskFilter, facts: DeskFacts, add: Add): string {
  const assets = facts.assets.filter((asset) => !filter.asset || asset.code === filter.asset);
  const ranges = assets.flatMap(({ code, scale }) => {
    const min = unitsOf(filter.min, scale, 'ceil');
    const max = unitsOf(filter.max, scale, 'floor');
    if (min !== null && max !== null && min > max) return [];
    const range = [`o.from_asset = ${add(code)}`];
    if (min !== null) range.push(`o.give_units >= ${add(min)}`);
    if (max !== null) range.push(`o.give_units <= ${add(max)}`);
    return [`(${range.join(' AND ')})`];
  });
  return ranges.length === 0
    ? 'false'
    : ranges.length === 1
      ? (ranges[0] ?? 'false')
      : `(${ranges.join(' OR ')})`;
}

/** `0.005` of an asset with two decimals lies between two units: the bound moves to the nearer one inside. */
function unitsOf(text: string | undefined, scale: number, rounding: 'ceil' | 'floor'): bigint | null {
  if (!text) return null;
  const exact = parseAmount(text, scale);
  if (exact.ok) return exact.units;
  const fine = parseAmount(text, 8);
  if (!fine.ok) return null;
  const step = 10n ** BigInt(8 - scale);
  const below = fine.units / step;
  return rounding === 'floor' || below * step === fine.units ? below : below + 1n;
}

/** A beginning is a range of the index: LIKE would look once more at each address that the index has found. */
function emailSql(email: string, add: Add): string {
  if (/^[^@]+@[^@]+\.[^@.]{2,}$/.test(email)) return `o.email = ${add(email)}`;
  return `o.email ~>=~ ${add(email)} AND o.email ~<~ ${add(`${email}${lastSign}`)}`;
}

/** Sorts behind everything that an address may hold. */
const lastSign = '\u{10ffff}';
