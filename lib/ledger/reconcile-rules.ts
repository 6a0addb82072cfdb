/**
 * What must hold in the ledger. Each rule is one query that returns what breaks it: subject, expected, found.
 * `balance_after_units` is checked against the stored balance through the last entry of each stripe.
 */
export const reconcileRules = {
  /** Each transfer sums to zero in each asset. */
  transfer_balanced: `
    SELECT e.transfer_id || ' ' || coalesce(a.asset_code, '?') AS subject, '0' AS expected,
      sum(e.amount_units)::text AS found
    FROM ledger_entries e LEFT JOIN ledger_accounts a ON a.id = e.account_id
    GROUP BY e.transfer_id, a.asset_code HAVING sum(e.amount_units) <> 0`,

  /** Everything there is of an asset sums to zero. */
  asset_balanced: `
    SELECT a.asset_code AS subject, '0' AS expected, sum(b.balance_units)::text AS found
    FROM ledger_balances b JOIN ledger_accounts a ON a.id = b.account_id
    GROUP BY a.asset_code HAVING sum(b.balance_units) <> 0`,

  /** A stored balance is the sum of its entries. */
  balance_is_sum: `
    SELECT coalesce(b.account_id, s.account_id) || '/' || coalesce(b.stripe, s.stripe) AS subject,
      coalesce(s.units, 0)::text AS expected, coalesce(b.balance_units::text, 'none') AS found
    FROM ledger_balances b
    FULL JOIN (
      SELECT account_id, stripe, sum(amount_units) AS units FROM ledger_entries GROUP BY account_id, stripe
    ) s ON s.account_id = b.account_id AND s.stripe = b.stripe
    WHERE coalesce(b.balance_units, 0) <> coalesce(s.units, 0) OR b.account_id IS NULL`,

  /** The last entry of a stripe says the stored balance. */
  last_entry_is_balance: `
    SELECT b.account_id || '/' || b.stripe AS subject, e.balance_after_units::text AS expected,
      b.balance_units::text AS found
    FROM ledger_balances b CROSS JOIN LATERAL (
      SELECT balance_after_units FROM ledger_entries
      WHERE account_id = b.account_id AND stripe = b.stripe ORDER BY id DESC LIMIT 1
    ) e
    WHERE e.balance_after_units <> b.balance_units`,

  /** What is held is the sum of the open holds. */
  held_is_sum: `
    SELECT coalesce(b.account_id, h.account_id) AS subject, coalesce(h.units, 0)::text AS expected,
      coalesce(b.units, 0)::text AS found
    FROM (SELECT account_id, sum(held_units) AS units FROM ledger_balances GROUP BY account_id) b
    FULL JOIN (
      SELECT account_id, sum(amount_units) AS units FROM ledger_holds WHERE state = 'held' GROUP BY account_id
    ) h ON h.account_id = b.account_id
    WHERE coalesce(b.units, 0) <> coalesce(h.units, 0)`,

  /** No balance is beyond what its account allows, and its sign is the account's. */
  balance_allowed: `
    SELECT b.account_id AS subject, 'at least 0' AS expected,
      (a.sign * b.balance_units - b.held_units)::text AS found
    FROM ledger_balances b JOIN ledger_accounts a ON a.id = b.account_id
    WHERE b.sign <> a.sign OR (a.sign <> 0 AND a.sign * b.balance_units - b.held_units < 0)`,

  /** Every entry belongs to a transfer, and every transfer has entries or holds. */
  nothing_orphaned: `
    SELECT DISTINCT e.transfer_id AS subject, 'a transfer' AS expected, 'none' AS found
    FROM ledger_entries e LEFT JOIN ledger_transfers t ON t.id = e.transfer_id WHERE t.id IS NULL
    UNION ALL
    SELECT t.id, 'entries or holds', 'none' FROM ledger_transfers t
    WHERE NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.transfer_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM ledger_holds h WHERE h.placed_by = t.id OR h.settled_by = t.id)`,
} as const;

export type ReconcileRule = keyof typeof reconcileRules;
