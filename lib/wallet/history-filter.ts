import { isDay } from '@/lib/wallet/office-day';
import type { WalletHistoryFilter } from '@/lib/wallet/wallet-history';
import { walletRecordKinds } from '@/lib/wallet/wallet-record';

type Asked = Record<string, string | string[] | undefined>;

/** The filter of an address: what is not one of the choices counts as not chosen, a name given twice as not given. */
export function readHistoryFilter(asked: Asked): WalletHistoryFilter {
  const text = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? value : '';
  };
  const filter: WalletHistoryFilter = {};
  if (/^[A-Z0-9]{2,12}$/.test(text('asset'))) filter.asset = text('asset');
  const kind = walletRecordKinds.find((one) => one === text('kind'));
  if (kind) filter.kind = kind;
  const direction = text('direction');
  if (direction === 'in' || direction === 'out') filter.direction = direction;
  if (isDay(text('from'))) filter.from = text('from');
  if (isDay(text('to'))) filter.to = text('to');
  if (/^[a-z]{3}_[0-9a-z]{16}$/.test(text('subject'))) filter.subject = text('subject');
  return filter;
}

/** The filter as an address says it, with the place where the next page begins. */
export function historyParams(filter: WalletHistoryFilter, before?: string): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) params.set(name, value);
  if (before) params.set('before', before);
  return params;
}
