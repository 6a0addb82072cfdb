import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits, parseAmount } from '@/lib/money';
import { cutAmount } from '@/lib/payments/cut-amount';
import type { KeptBalance } from '@/lib/payments/payouts/check-balances';

/** One account with a payment system, and what it says it has. */
export type SystemAccount = {
  connectionId: string;
  label: string;
  /** null: never told. */
  balance: string | null;
  at: Date | null;
};

/**
 * Accounts whose money is one: the reserve of a method that is paid in by one account and out by another lies with
 * both, nobody can say how much with which. Such accounts are compared together.
 */
export type SystemBalance = {
  asset: string;
  accounts: SystemAccount[];
  methods: Localized[];
  /** Of all these methods. */
  reserve: string;
  /** Of all these accounts; null where one of them was left out of the sum. */
  balance: string | null;
  /** The systems' less ours, signed; null where they agree or cannot be compared. */
  difference: string | null;
  /** Why they cannot: an account never told what it has, or is switched off and is not asked. */
  untold: 'not_told' | 'account_off' | null;
  /** Methods whose money also goes past these accounts, by hand: a difference may be just that. */
  partlyByHand: Localized[];
};

type Found = {
  connectionId: string;
  label: string;
  enabled: boolean;
  kept: KeptBalance | null;
  asset: string;
  scale: number;
  methodId: string;
  titles: Localized;
  oneSided: boolean;
  units: bigint;
};

/** Balances of connected systems beside our reserves. Whoever may enter the desk. */
export async function systemBalances(actor: Actor): Promise<SystemBalance[]> {
  requireRole(actor, ...deskRoles);
  const rows = await query<Found>(
    `SELECT c.id AS "connectionId", c.label, c.enabled, c.balances -> a.code AS kept, a.code AS asset, a.scale,
       m.id AS "methodId", m.titles, m.pay_in_connection_id IS NULL OR m.pay_out_connection_id IS NULL AS "oneSided",
       coalesce((SELECT sum(b.balance_units) FROM ledger_accounts l JOIN ledger_balances b ON b.account_id = l.id
         WHERE l.kind = 'reserve' AND l.owner = m.id), 0)::bigint AS units
     FROM system_connections c
       JOIN payment_methods m ON c.id IN (m.pay_in_connection_id, m.pay_out_connection_id)
       JOIN assets a ON a.code = m.asset_code
     ORDER BY c.label, c.id, a.code, m.sort, m.code`,
  );
  return together(rows)
    .filter((group) => group.some(({ enabled }) => enabled))
    .flatMap(balanceOf);
}

/** Rows of one asset that share an account or a method, directly or through others. */
function together(rows: Found[]): Found[][] {
  let groups: Found[][] = [];
  for (const row of rows) {
    const touches = (group: Found[]) => group.some((other) => isShared(row, other));
    const joined = groups.filter(touches).flat();
    const [first] = joined;
    const at = first ? groups.findIndex((group) => group.includes(first)) : groups.length;
    const others = groups.filter((group) => !touches(group));
    groups = [...others.slice(0, at), [...joined, row], ...others.slice(at)];
  }
  return groups;
}

function isShared(one: Found, other: Found): boolean {
  return (
    one.asset === other.asset && (one.connectionId === other.connectionId || one.methodId === other.methodId)
  );
}

function balanceOf(group: Found[]): SystemBalance[] {
  const [first] = group;
  if (!first) return [];
  const { asset, scale } = first;
  const accounts = once(group, ({ connectionId }) => connectionId);
  const methods = once(group, ({ methodId }) => methodId);
  const told = accounts.map(({ kept, enabled }) => (enabled ? unitsOf(kept, scale) : null));
  const untold = accounts.some(({ enabled }) => !enabled)
    ? 'account_off'
    : told.includes(null)
      ? 'not_told'
      : null;
  const reserve = sum(methods.map(({ units }) => units));
  const balance = untold === null ? sum(told.map((units) => units ?? 0n)) : null;
  return [
    {
      asset,
      accounts: accounts.map(({ connectionId, label, kept }) => ({
        connectionId,
        label,
        balance: keptText(kept, scale),
        at: kept ? new Date(kept.at) : null,
      })),
      methods: methods.map(({ titles }) => titles),
      reserve: formatUnits(reserve, scale),
      balance: balance === null ? null : formatUnits(balance, scale),
      difference: balance === null || balance === reserve ? null : formatUnits(balance - reserve, scale),
      untold,
      partlyByHand: methods.filter(({ oneSided }) => oneSided).map(({ titles }) => titles),
    },
  ];
}

/** Cut to our decimals: what a system has below our smallest unit is no difference. */
function unitsOf(kept: KeptBalance | null, scale: number): bigint | null {
  const read = kept && parseAmount(cutAmount(kept.amount, scale) ?? kept.amount, scale);
  return read?.ok ? read.units : null;
}

function keptText(kept: KeptBalance | null, scale: number): string | null {
  const units = unitsOf(kept, scale);
  return units === null ? (kept?.amount ?? null) : formatUnits(units, scale);
}

function sum(units: bigint[]): bigint {
  return units.reduce((total, part) => total + part, 0n);
}

function once(rows: Found[], key: (row: Found) => string): Found[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}
