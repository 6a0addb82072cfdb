import { type Queryable, query } from '@/lib/db';
import { toDecimal } from '@/lib/decimal';
import { officeNow } from '@/lib/exchange/catalog-rows';
import { marketRate } from '@/lib/rates/market-rates';

/** The market rate at this moment, kept with an order whose money has come: `to` per one `from`, or null if unknown. */
export async function receiptRate(
  from: string,
  to: string,
  db: Queryable = { query },
): Promise<string | null> {
  const { rates } = await officeNow(db);
  const rate = marketRate(rates, from, to);
  return rate && toDecimal(rate, 18, 'floor');
}
