import { z } from 'zod';
import { orderExceptions, orderStatuses } from '@/lib/exchange/status';
import { exchangeTypes } from '@/lib/exchange/types';
import { isId } from '@/lib/ids';
import { parseAmount } from '@/lib/money';
import { requisiteSearchKey } from '@/lib/requisites/validator';
import { isDay } from '@/lib/wallet/office-day';

/** Broader than one status: what waits for the office, everything unfinished, everything. */
export const deskViews = ['waiting', 'open', 'all'] as const;
export const deskSorts = ['oldest', 'newest'] as const;

const list = <T extends string>(values: readonly [T, ...T[]]) => z.array(z.enum(values)).max(20);
const id = (prefix: 'mth' | 'usr') => z.string().refine((text) => isId(prefix, text));
const amount = z
  .string()
  .max(40)
  .refine((text) => parseAmount(text, 8).ok);
const day = z.string().refine(isDay);

/**
 * Filters of the desk's list and of the export, each optional, all joined by "and". In addresses the names below are
 * the parameters; a parameter given several times means any of its values.
 */
export const deskFilterSchema = z.object({
  /** Views or statuses; several statuses at once. Empty: what waits for the office, or all when something is sought. */
  status: list([...deskViews, ...orderStatuses]),
  type: list(exchangeTypes),
  /** Ids of methods paid by; `from` and `to` together are a direction. */
  from: z.array(id('mth')).max(50),
  to: z.array(id('mth')).max(50),
  /** Days of the office's time zone on which the order was made, both included. */
  since: day.optional(),
  until: day.optional(),
  /** Amount given, as a decimal of the order's own asset, both included. `asset` narrows to one asset. */
  min: amount.optional(),
  max: amount.optional(),
  asset: z
    .string()
    .regex(/^[A-Z0-9]{2,12}$/)
    .optional(),
  /** A whole address, or the beginning of one. */
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(2)
    .max(254)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .optional(),
  /** An order's number, also inside of a pasted address. */
  id: z
    .string()
    .regex(/ord_[0-9a-z]{16}/)
    .transform((text) => /ord_[0-9a-z]{16}/.exec(text)?.[0] ?? text)
    .optional(),
  /** A card, account, purse or phone as anybody writes it, whole or its last four characters. */
  requisites: z
    .string()
    .max(200)
    .refine((text) => requisiteSearchKey(text).length >= 3)
    .optional(),
  /** Id of the person who holds the order, or `none`. */
  operator: z.union([z.literal('none'), id('usr')]).optional(),
  exception: list(['any', ...orderExceptions]),
  sort: z.enum(deskSorts).optional(),
});

export type DeskFilter = z.output<typeof deskFilterSchema>;
export type DeskFilterName = keyof DeskFilter;

const arrays = new Set<string>(['status', 'type', 'from', 'to', 'exception']);
const names = Object.keys(deskFilterSchema.shape) as DeskFilterName[];

export const emptyDeskFilter: DeskFilter = { status: [], type: [], from: [], to: [], exception: [] };

export type ReadDeskFilter = {
  filter: DeskFilter;
  /** Parameters that could not be understood; they filter nothing, and whoever shows the list must say so. */
  problems: DeskFilterName[];
};

type Params = URLSearchParams | Record<string, string | string[] | undefined>;

/**
 * The filters of an address. Empty parameters, as forms send them, count as absent. `q` is the one search field:
 * an e-mail, an order's number or requisites, told apart by their form.
 */
export function readDeskFilter(params: Params): ReadDeskFilter {
  const values = sought(valuesOf(params));
  const problems: DeskFilterName[] = [];
  const good: Record<string, unknown> = {};
  for (const name of names) {
    const given = values(name);
    if (given.length === 0) continue;
    const candidate = arrays.has(name) ? [...new Set(given)] : given[0];
    const parsed = deskFilterSchema.partial().safeParse({ [name]: candidate });
    if (parsed.success) Object.assign(good, parsed.data);
    else problems.push(name);
  }
  return { filter: { ...emptyDeskFilter, ...good }, problems };
}

type Values = (name: string) => string[];

function valuesOf(params: Params): Values {
  return (name) => {
    const raw = params instanceof URLSearchParams ? params.getAll(name) : [params[name] ?? []].flat();
    return raw.map((text) => text.trim()).filter((text) => text !== '');
  };
}

function sought(values: Values): Values {
  const [text] = values('q');
  if (!text) return values;
  const target = /ord_[0-9a-z]{16}/.test(text) ? 'id' : text.includes('@') ? 'email' : 'requisites';
  return (name) => (name === target ? [text] : values(name));
}

/** The filters as parameters of an address, in one order, without what is empty. */
export function deskFilterParams(filter: DeskFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of names) {
    const value = filter[name];
    for (const text of Array.isArray(value) ? value : [value]) if (text) params.append(name, text);
  }
  return params;
}

/** What is really shown: views and statuses after the rule for an empty `status`. */
export function statusesShown(filter: DeskFilter): DeskFilter['status'] {
  if (filter.status.length > 0) return filter.status;
  return filter.email || filter.id || filter.requisites ? ['all'] : ['waiting'];
}

/** Oldest first where something waits, newest first where orders of all times stand. */
export function sortShown(filter: DeskFilter): (typeof deskSorts)[number] {
  if (filter.sort) return filter.sort;
  const finished = ['all', 'completed', 'canceled', 'refunded'];
  return statusesShown(filter).some((status) => finished.includes(status)) ? 'newest' : 'oldest';
}
