import { query } from '@/lib/db';

/** How many transfers, orders, operations of tills and withdrawals there are. */
export async function counted(): Promise<bigint[]> {
  const [row] = await query<{ counts: string[] }>(
    `SELECT ARRAY[(SELECT count(*) FROM wallet_transfers), (SELECT count(*) FROM orders),
       (SELECT count(*) FROM till_operations), (SELECT count(*) FROM withdrawals)]::text[] AS counts`,
  );
  return (row?.counts ?? []).map(BigInt);
}
