import { formatUnits } from '@/lib/money';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';
import type { WalletRecordDetails, WalletRecordKind } from '@/lib/wallet/wallet-record';

/** One line of a wallet's history as people read it. */
export type WalletLineView = {
  /** The ledger entry's number: names the line. */
  entryId: string;
  /** ISO 8601. */
  at: string;
  kind: WalletRecordKind;
  asset: string;
  scale: number;
  /** A plain decimal, signed: above zero came in. */
  amount: string;
  balanceAfter: string;
  transferId: string;
  /** What it is about: an order, a top-up, a till operation, a withdrawal, a wallet transfer. */
  subject: string;
  /** The other wallet's number is in groups already. */
  details: WalletRecordDetails;
};

export type RecordRow = {
  entryId: bigint;
  at: Date;
  kind: WalletRecordKind;
  asset: string;
  scale: number;
  amountUnits: bigint;
  balanceAfterUnits: bigint;
  transferId: string;
  subject: string;
  details: WalletRecordDetails;
};

/** The columns of `RecordRow`, of `wallet_records r`, without the scale. */
export const recordColumns = `r.entry_id AS "entryId", r.at, r.kind, r.asset_code AS asset,
  r.amount_units AS "amountUnits", r.balance_after_units AS "balanceAfterUnits", r.transfer_id AS "transferId",
  r.subject, r.details`;

export function lineView(row: RecordRow): WalletLineView {
  const { counterparty, ...details } = row.details;
  return {
    entryId: row.entryId.toString(),
    at: row.at.toISOString(),
    kind: row.kind,
    asset: row.asset,
    scale: row.scale,
    amount: formatUnits(row.amountUnits, row.scale),
    balanceAfter: formatUnits(row.balanceAfterUnits, row.scale),
    transferId: row.transferId,
    subject: row.subject,
    details: counterparty ? { ...details, counterparty: formatWalletNumber(counterparty) } : details,
  };
}
