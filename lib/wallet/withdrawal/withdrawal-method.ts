import { type Queryable, query } from '@/lib/db';
import type { MethodKind } from '@/lib/exchange/catalog-types';
import type { Localized } from '@/lib/exchange/types';
import { type ConnectionRow, connectionColumns, openConnection } from '@/lib/payments/connection';
import type { RequisiteField } from '@/lib/requisites/field';
import type { WithdrawFee } from '@/lib/wallet/withdrawal/withdraw-fee';

/** A method by which wallets are paid out at present. */
export type WithdrawalMethod = {
  id: string;
  code: string;
  titles: Localized;
  kind: MethodKind;
  /** The asset's sign. */
  symbol: string;
  logoFileId: string | null;
  asset: string;
  scale: number;
  fee: WithdrawFee;
  minUnits: bigint | null;
  maxUnits: bigint | null;
  /** Asked of the customer: where he is paid to. */
  fields: RequisiteField[];
  /** What its reserve can still promise. */
  reserveUnits: bigint;
  /** null: an operator pays. Otherwise the requisite that the method's system cannot pay to, or null. */
  problem: ((destination: Record<string, string>) => string | null) | null;
};

type Found = Omit<WithdrawalMethod, 'fee' | 'problem'> & {
  feeBps: number;
  feeUnits: bigint;
  connection: ConnectionRow | null;
};

/**
 * The methods opened for withdrawals whose payouts work, or that operators pay by hand, in the office's order; one of
 * them where a code is given. Those of assets that wallets do not hold are left out.
 */
export async function withdrawalMethods(
  { code }: { code?: string } = {},
  db: Queryable = { query },
): Promise<WithdrawalMethod[]> {
  const rows = await db.query<Found>(
    `SELECT m.id, m.code, m.titles, m.kind::text, m.logo_file_id AS "logoFileId", m.asset_code AS asset, a.symbol, a.scale,
       m.withdraw_fee_bps AS "feeBps", m.withdraw_fee_units AS "feeUnits", m.withdraw_min_units AS "minUnits",
       m.withdraw_max_units AS "maxUnits", m.fields,
       coalesce((SELECT b.balance_units - b.held_units FROM ledger_accounts l
          JOIN ledger_balances b ON b.account_id = l.id
         WHERE l.kind = 'reserve' AND l.owner = m.id AND l.asset_code = m.asset_code), 0) AS "reserveUnits",
       (SELECT to_jsonb(found) FROM (SELECT ${connectionColumns} FROM system_connections c
         WHERE c.id = m.pay_out_connection_id) found) AS connection
     FROM payment_methods m JOIN assets a ON a.code = m.asset_code
       JOIN wallet_assets w ON w.asset_code = m.asset_code AND w.enabled
     WHERE m.enabled AND m.kind <> 'wallet' AND 'withdrawal' = ANY (m.uses) AND ($1::text IS NULL OR m.code = $1)
     ORDER BY m.sort, m.code`,
    [code ?? null],
  );
  return rows.flatMap(methodOf);
}

/** A method whose system is off, broken or cannot pay out is no way to withdraw by. */
function methodOf({ feeBps, feeUnits, connection, fields, ...row }: Found): WithdrawalMethod[] {
  const method = {
    ...row,
    fee: { bps: feeBps, units: feeUnits },
    fields: fields.filter(({ side }) => side === 'get'),
  };
  if (connection === null) return [{ ...method, problem: null }];
  const payOut = openConnection(connection)?.system.payOut;
  if (!payOut || !connection.enabled || connection.brokenAt !== null) return [];
  return [{ ...method, problem: (destination) => payOut.problem(destination) }];
}
