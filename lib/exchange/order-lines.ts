import type { MethodFacts, Order } from '@/lib/exchange/order-row';
import type { Localized } from '@/lib/exchange/types';
import en from '@/messages/en/order.json' with { type: 'json' };
import ru from '@/messages/ru/order.json' with { type: 'json' };

/** The key under which a side that is a wallet keeps its number among the requisites. */
export const walletKey = 'wallet';

/** One requisite of the customer as it is shown. */
export type RequisiteLine = { key: string; titles: Localized; value: string };

/** What the customer pays from, or is paid to, in the order of the form; fields since removed come last by their key. */
export function requisiteLines(
  order: Pick<Order, 'giveRequisites' | 'getRequisites'> & Record<'from' | 'to', Pick<MethodFacts, 'fields'>>,
  side: 'give' | 'get',
): RequisiteLine[] {
  const values = side === 'give' ? order.giveRequisites : order.getRequisites;
  const fields = (side === 'give' ? order.from : order.to).fields.filter((field) => field.side === side);
  const known = fields.flatMap(({ key, titles }) => {
    const value = values[key];
    return value ? [{ key, titles, value: value.display }] : [];
  });
  const gone = Object.entries(values)
    .filter(([key]) => !fields.some((field) => field.key === key))
    .map(([key, { display }]) => ({
      key,
      titles: key === walletKey ? { en: en.walletNumber, ru: ru.walletNumber } : { en: key, ru: key },
      value: display,
    }));
  return [...known, ...gone];
}
