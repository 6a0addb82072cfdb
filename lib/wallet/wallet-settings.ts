import { z } from 'zod';
import { type Queryable, query } from '@/lib/db';

const onOrOff = z.boolean().default(false);

/**
 * What the office decides about wallets (row `wallet` of `settings`). What each asset allows stands in `wallet_assets`.
 * Every key has a default, so that a new office works at once.
 */
export const walletSettingsSchema = z.object({
  /** A switch for all of it: nothing moves and no page shows it. What is in wallets stays in the ledger. */
  on: z.boolean().default(false),
  /** How customers see it named. */
  titles: z
    .object({ en: z.string().min(1).max(40), ru: z.string().min(1).max(40) })
    .default({ en: 'Wallet', ru: 'Кошелек' }),
  /** What a wallet may pay for. */
  uses: z
    .object({
      exchange: onOrOff,
      products: onOrOff,
      invoices: onOrOff,
      transfers: onOrOff,
      withdrawals: onOrOff,
    })
    .default({ exchange: true, products: true, invoices: true, transfers: true, withdrawals: true }),
  /** Whether a cashier must attach the picture of the receipt. Its number is asked for always. */
  receiptPictureRequired: onOrOff,
  /** How long a cashier may take his own last operation back by himself. */
  ownReversalMinutes: z.int().min(0).max(120).default(10),
  /** How many requests of one customer may wait for cashiers at once. */
  maxOpenRequests: z.int().min(1).max(50).default(3),
});

export type WalletSettings = z.infer<typeof walletSettingsSchema>;

/** What a wallet may be used for. */
export type WalletUse = keyof WalletSettings['uses'];

/** The settings, with defaults for what was never set. */
export async function walletSettings(db: Queryable = { query }): Promise<WalletSettings> {
  const [row] = await db.query<{ value: unknown }>(
    `SELECT value FROM settings WHERE key = 'wallet'`,
    [],
    'wallet_settings',
  );
  return walletSettingsSchema.parse(row?.value ?? {});
}
