import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Mover } from '@/lib/exchange/mover';
import type { OrderRow } from '@/lib/exchange/order-row';
import { officeSettings } from '@/lib/settings';

/**
 * Nobody says of his own order that its money has come, nor that it is done: another person must. The one place where
 * that is decided for orders; for payments by their id it is asked through `lib/wallet/refuse-own-money.ts`.
 * Throws `second_person` for what goes into the mover's own wallet, whatever the office allows; `own_order` for another
 * order of his, unless the owner allows it (an office of one person).
 */
export async function refuseOwnOrder(
  db: Pick<Tx, 'query'>,
  { customerId, toWallet }: Pick<OrderRow, 'customerId' | 'toWallet'>,
  { id }: Pick<Mover, 'id'>,
): Promise<void> {
  if (id === null) return;
  if (toWallet === id) fail('second_person');
  if (customerId === id && !(await officeSettings(db)).ownOrders) fail('own_order');
}
