import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireRole } from '@/lib/auth/actor';
import { formVersion, refuseStale } from '@/lib/catalog/form-version';
import { checkField, wholeField } from '@/lib/catalog/input-fields';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { parseInput } from '@/lib/parse-input';
import { shortText } from '@/lib/text';
import { type WalletSettings, walletSettings, walletSettingsSchema } from '@/lib/wallet/wallet-settings';

/** What a wallet may pay for, in the order in which the form asks. */
export const walletUses = ['exchange', 'products', 'invoices', 'transfers', 'withdrawals'] as const;

const settingsInput = z.object({
  on: checkField,
  titleEn: shortText(40),
  titleRu: shortText(40),
  uses: z.array(z.enum(walletUses, 'fields.choice')).default([]),
  receiptPictureRequired: checkField,
  ownReversalMinutes: wholeField(0, 120),
  maxOpenRequests: wholeField(1, 50),
});

/** What the form of these settings was filled from. */
export function walletSettingsVersion(settings: WalletSettings): string {
  return formVersion(settings);
}

/**
 * Changes what the office decides about wallets. Switching them off moves nothing: balances stay where they are.
 * The methods that stand for wallets in directions follow the new name. A form that was opened before
 * somebody else's change is refused (`form_stale`): wallets switched off meanwhile would be on again. Admins only.
 */
export async function saveWalletSettings({
  actor,
  input,
}: {
  actor: Actor;
  input: Record<string, unknown>;
}): Promise<void> {
  requireRole(actor, 'admin');
  const { titleEn, titleRu, uses, ...plain } = parseInput(settingsInput, input);
  await inTransaction(async (tx) => {
    // Two admins at once wait for each other here, also where nothing was ever saved.
    await tx.query(
      `INSERT INTO settings (key, value, updated_at) VALUES ('wallet', '{}', $1) ON CONFLICT (key) DO NOTHING`,
      [now()],
    );
    await tx.query(`SELECT 1 FROM settings WHERE key = 'wallet' FOR UPDATE`);
    const before = await walletSettings(tx);
    refuseStale(input.version, walletSettingsVersion(before));
    const after = walletSettingsSchema.parse({
      ...before,
      ...plain,
      titles: { en: titleEn, ru: titleRu },
      uses: Object.fromEntries(walletUses.map((use) => [use, uses.includes(use)])),
    });
    await tx.query(
      `UPDATE settings SET value = $1::jsonb, updated_at = $2, updated_by = $3 WHERE key = 'wallet'`,
      [JSON.stringify(after), now(), actorLabel(actor).name],
    );
    await renameMethods(tx, before.titles, after.titles);
    await audit(tx, { actor, action: 'wallet.settings', subject: 'wallet', before, after });
  });
}

/** What the method of a wallet's asset is called. */
export function walletMethodTitles(
  titles: WalletSettings['titles'],
  asset: string,
): WalletSettings['titles'] {
  return { en: `${titles.en} ${asset}`, ru: `${titles.ru} ${asset}` };
}

/** Only those that still bear the old name: what an admin called otherwise stays so. */
async function renameMethods(
  tx: Tx,
  before: WalletSettings['titles'],
  after: WalletSettings['titles'],
): Promise<void> {
  if (before.en === after.en && before.ru === after.ru) return;
  await tx.query(
    `UPDATE payment_methods m
        SET titles = jsonb_build_object('en', $3 || ' ' || m.asset_code, 'ru', $4 || ' ' || m.asset_code),
            updated_at = $5
       FROM wallet_assets w
      WHERE w.method_id = m.id
        AND m.titles = jsonb_build_object('en', $1 || ' ' || m.asset_code, 'ru', $2 || ' ' || m.asset_code)`,
    [before.en, before.ru, after.en, after.ru, now()],
  );
}
