import { type AccountKind, accountKinds } from '@/lib/ledger/accounts';
import { formatUnits } from '@/lib/money';

/** Which account a line is about, as people know it. Safe to hand to the browser. */
export type AccountName = {
  id: string;
  kind: AccountKind;
  /** The method's code, the person's e-mail, the kind of money that was taken; null for the office's own accounts. */
  ownerName: string | null;
  asset: string;
  scale: number;
};

/** Amounts as decimals in the sign people read the account by (see `accountKinds.reads`). */
export type AccountView = AccountName & {
  balance: string;
  held: string;
  /** The balance less what is held. */
  available: string;
  stripes: number;
  mayGoNegative: boolean;
};

export type AccountRow = AccountName & { balanceUnits: bigint; heldUnits: bigint; stripes: number };

/** Columns of an AccountName out of `accountJoins`. */
export const accountColumns = `a.id, a.kind, a.asset_code AS asset, coalesce(s.scale, 0) AS scale,
  CASE WHEN a.owner = 'house' THEN NULL ELSE coalesce(m.code, u.email, a.owner) END AS "ownerName"`;

/** Whose an account is, beside `ledger_accounts a`. */
export const accountJoins = `LEFT JOIN assets s ON s.code = a.asset_code
  LEFT JOIN payment_methods m ON a.kind = 'reserve' AND m.id = a.owner
  LEFT JOIN users u ON a.kind IN ('wallet', 'drawer', 'collected') AND u.id = a.owner`;

export function toAccountView({ balanceUnits, heldUnits, ...account }: AccountRow): AccountView {
  return {
    ...account,
    balance: readAmount(account, balanceUnits),
    held: formatUnits(heldUnits, account.scale),
    available: formatUnits(balanceUnits * accountKinds[account.kind].reads - heldUnits, account.scale),
    mayGoNegative: accountKinds[account.kind].sign === 0,
  };
}

/** Stored units of an account as a decimal in the sign it is read by. */
export function readAmount({ kind, scale }: AccountName, units: bigint): string {
  return formatUnits(units * accountKinds[kind].reads, scale);
}
