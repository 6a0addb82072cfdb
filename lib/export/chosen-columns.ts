import { type OrderColumn, orderColumnNames, usualColumns } from '@/lib/export/order-columns';

/** The columns that an address asks for, in the file's order; the usual ones where it asks for none that exist. */
export function chosenColumns(asked: string | string[] | undefined): OrderColumn[] {
  const texts = [asked ?? []].flat().flatMap((text) => text.split(','));
  const known = orderColumnNames.filter((name) => texts.includes(name));
  return known.length > 0 ? known : usualColumns;
}
