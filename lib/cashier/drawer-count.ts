import { z } from 'zod';
import { readCountedUnits } from '@/lib/cashier/plan-amount';
import type { DrawerCount } from '@/lib/cashier/till-types';
import type { Queryable } from '@/lib/db';
import { fail } from '@/lib/errors';
import { formatUnits } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';

/** What a drawer holds of an asset by the ledger. */
export type DrawerAsset = {
  asset: string;
  scale: number;
  titles: { en: string; ru: string };
  expectedUnits: bigint;
};

export type Counted = DrawerAsset & { countedUnits: bigint };

/**
 * What a cashier counts: the kinds of cash he works with, and whatever lies in his drawer besides. Coins have no cash.
 * Asks nobody's rights.
 */
export function drawerAssets(db: Queryable, cashierId: string): Promise<DrawerAsset[]> {
  return db.query<DrawerAsset>(
    `SELECT a.code AS asset, a.scale, a.titles, coalesce(b.balance_units, 0)::bigint AS "expectedUnits"
     FROM assets a
     LEFT JOIN ledger_accounts l ON l.kind = 'drawer' AND l.owner = $1 AND l.asset_code = a.code
     LEFT JOIN ledger_balances b ON b.account_id = l.id
     WHERE b.balance_units <> 0
        OR (a.kind <> 'crypto' AND a.code IN (SELECT asset_code FROM cashier_limits WHERE user_id = $1))
     ORDER BY a.code`,
    [cashierId],
    'drawer_assets',
  );
}

/** What was counted, of each asset of the drawer. Throws `invalid_input` (fields `counted.<asset>`). */
export function readCounts(assets: DrawerAsset[], input: unknown): Counted[] {
  const texts = parseInput(
    z.object(
      Object.fromEntries(
        assets.map(({ asset }) => [
          `counted.${asset}`,
          z.string('fields.required').trim().min(1, 'fields.required').max(60, 'fields.amount'),
        ]),
      ),
    ),
    input,
  );
  return assets.map((drawer) => {
    const field = `counted.${drawer.asset}`;
    return { ...drawer, countedUnits: readCountedUnits(texts[field] ?? '', drawer.scale, field) };
  });
}

export function differing(counts: Counted[]): Counted[] {
  return counts.filter(({ countedUnits, expectedUnits }) => countedUnits !== expectedUnits);
}

/** A difference is explained. Throws `invalid_input` (field `note`) which tells it. */
export function requireExplained(counts: Counted[], note: string): void {
  const found = differing(counts);
  if (found.length === 0 || note !== '') return;
  const differences = found.map(({ asset, scale, countedUnits, expectedUnits }) => {
    const units = countedUnits - expectedUnits;
    return `${units > 0n ? '+' : ''}${formatUnits(units, scale)} ${asset}`;
  });
  const params = { differences: differences.join(', ') };
  fail('invalid_input', { fields: { note: { key: 'drawerDifference', params } } });
}

export function countView({ asset, scale, expectedUnits, countedUnits }: Counted): DrawerCount {
  return {
    asset,
    scale,
    expected: formatUnits(expectedUnits, scale),
    counted: formatUnits(countedUnits, scale),
    difference: formatUnits(countedUnits - expectedUnits, scale),
  };
}
