/** Every kind of line in a wallet's history. */
export const walletRecordKinds = [
  'top_up',
  'write_off',
  'exchange_out',
  'exchange_in',
  'transfer_out',
  'transfer_in',
  'withdrawal',
  'payment',
  'refund',
  'reversal',
] as const;

export type WalletRecordKind = (typeof walletRecordKinds)[number];

/** What the customer is told beside the amount. Plain texts; no secrets, no words of staff among themselves. */
export type WalletRecordDetails = {
  /** The other wallet's number (transfers). */
  counterparty?: string;
  /** Code of the payment method (top-ups, withdrawals, exchanges: the other side). */
  method?: string;
  /** The receipt's number at the till. */
  receipt?: string;
  /** Code of the reason: of a write-off, of a reversal. */
  reason?: string;
  comment?: string;
  /** What was kept or added as a fee, a plain decimal of the same asset. */
  fee?: string;
};
