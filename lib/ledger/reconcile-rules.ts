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

  /** Each entry of a wallet has its line in the history, with the same amount and balance; no line is without one. */
  wallet_line_is_entry: `
    SELECT coalesce(e.id, r.entry_id)::text AS subject,
      coalesce(e.amount_units || ' → ' || e.balance_units, 'none') AS expected,
      coalesce(r.amount_units || ' → ' || r.balance_after_units, 'none') AS found
    FROM (
      SELECT e.id, e.transfer_id, a.owner, a.asset_code, -e.amount_units AS amount_units,
        -e.balance_after_units AS balance_units
      FROM ledger_accounts a JOIN ledger_entries e ON e.account_id = a.id WHERE a.kind = 'wallet'
    ) e
    FULL JOIN wallet_records r ON r.entry_id = e.id AND r.transfer_id = e.transfer_id
      AND r.user_id = e.owner AND r.asset_code = e.asset_code
    WHERE e.id IS NULL OR r.entry_id IS NULL
      OR r.amount_units <> e.amount_units OR r.balance_after_units <> e.balance_units`,

  /** The lines of a wallet sum to what is in it. */
  wallet_lines_sum: `
    SELECT coalesce(b.owner, r.user_id) || ' ' || coalesce(b.asset_code, r.asset_code) AS subject,
      coalesce(b.units, 0)::text AS expected, coalesce(r.units, 0)::text AS found
    FROM (
      SELECT a.owner, a.asset_code, -b.balance_units AS units
      FROM ledger_accounts a JOIN ledger_balances b ON b.account_id = a.id WHERE a.kind = 'wallet'
    ) b
    FULL JOIN (
      SELECT user_id, asset_code, sum(amount_units) AS units FROM wallet_records GROUP BY user_id, asset_code
    ) r ON r.user_id = b.owner AND r.asset_code = b.asset_code
    WHERE coalesce(b.units, 0) <> coalesce(r.units, 0)`,

  /** Along an account no line is earlier than the one before it: histories and statements are read by time. */
  wallet_lines_in_time: `
    SELECT entry_id::text AS subject, 'not before ' || before::text AS expected, at::text AS found
    FROM (
      SELECT entry_id, at, lag(at) OVER (PARTITION BY user_id, asset_code ORDER BY entry_id) AS before
      FROM wallet_records
    ) lines WHERE at < before`,
} as const;

export type ReconcileRule = keyof typeof reconcileRules;
