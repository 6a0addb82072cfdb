import { isId } from '@/lib/ids';
import { isDay } from '@/lib/wallet/office-day';

/** What narrows a list of direct payments, payouts or refunds at the desk. */
export type ListFilter<View extends string> = {
  view: View;
  /** A method's id. */
  method?: string;
  /** Days of the office's time zone on which it was made, both included. */
  since?: string;
  until?: string;
  /** A number or a reference; which ones, the list knows. */
  q?: string;
};

/** The parameters of an address, as pages are given them. */
export type AddressParams = Record<string, string | string[] | undefined>;

/** What an address asks for; parameters that cannot be understood filter nothing. The first view is the usual one. */
export function readListFilter<View extends string>(
  params: AddressParams,
  views: readonly [View, ...View[]],
): ListFilter<View> {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name].trim().slice(0, 100) : '');
  const day = (name: string) => (isDay(one(name)) ? { [name]: one(name) } : {});
  return {
    view: views.find((view) => view === one('view')) ?? views[0],
    ...(isId('mth', one('method')) && { method: one('method') }),
    ...day('since'),
    ...day('until'),
    ...(one('q') && !one('q').includes('\0') && { q: one('q') }),
  };
}

/** Whether the filter leaves anything out of its view. */
export function isNarrowed({ method, since, until, q }: ListFilter<string>): boolean {
  return Boolean(method || since || until || q);
}

/** The address of a list under that filter. `after`: the cursor of the page before. */
export function listHref(path: string, filter: ListFilter<string>, after?: string): string {
  return `${path}?${new URLSearchParams({ ...filter, ...(after && { after }) })}`;
}
