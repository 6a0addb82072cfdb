import { z } from 'zod';
import { type Actor, requireUser } from '@/lib/auth/actor';
import { AppError, type FieldProblem, fail } from '@/lib/errors';
import { formatUnits } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';
import { optionalShortText } from '@/lib/text';
import { findWallet } from '@/lib/wallet/find-wallet';
import {
  requireWalletUse,
  type WalletAssetRow,
  walletAssetOf,
  walletAssets,
} from '@/lib/wallet/require-wallet';
import { readWalletAmount } from '@/lib/wallet/wallet-amount';
import { walletDayLeft } from '@/lib/wallet/wallet-day';
import { walletBalances } from '@/lib/wallet/wallet-queries';

const inputSchema = z.object({
  number: z.string('fields.required').max(100),
  asset: z.string('fields.required').max(16),
  amount: z.string('fields.required').max(100),
  comment: optionalShortText(200),
});

/** A transfer as it would be made. Plain decimals. */
export type TransferSummary = {
  number: string;
  maskedName: string;
  asset: string;
  amount: string;
  /** What could be spent after it. */
  left: string;
  comment: string;
};

/**
 * What a transfer would do, before it is confirmed: every refusal stands at its field. Moves nothing; the command asks
 * all of it again.
 *
 * Throws `not_signed_in`, `invalid_input`, `wallet_off`, `wallet_use_off`, `too_many_requests`.
 */
export async function checkTransfer({
  actor,
  ...given
}: z.input<typeof inputSchema> & { actor: Actor }): Promise<TransferSummary> {
  const sender = requireUser(actor);
  const input = parseInput(inputSchema, given);
  await requireWalletUse('transfers');
  const bounds = await atField('asset', () => walletAssetOf(input.asset));
  const { asset, scale, transferMinUnits: minUnits, transferMaxUnits: maxUnits } = bounds;
  const amountUnits = readWalletAmount(input.amount, { asset, scale, minUnits, maxUnits });
  const receiver = await atField('number', () => findWallet(sender, input.number));
  if (receiver.userId === sender.userId) refuse('number', { key: 'walletOwn' });
  const [balances, left] = await Promise.all([
    walletBalances(sender.userId),
    walletDayLeft({ userId: sender.userId, asset, what: 'transfer' }),
  ]);
  const available = balances.find((balance) => balance.asset === asset)?.availableUnits ?? 0n;
  if (amountUnits > available)
    refuse('amount', { key: 'walletNotEnough', params: { available: formatUnits(available, scale), asset } });
  if (left !== null && amountUnits > left)
    refuse('amount', { key: 'walletDayLeft', params: { left: formatUnits(left, scale), asset } });
  return {
    number: receiver.number,
    maskedName: receiver.maskedName,
    asset,
    amount: formatUnits(amountUnits, scale),
    left: formatUnits(available - amountUnits, scale),
    comment: input.comment,
  };
}

/** An asset that can be sent, with its limits; null: any amount. Plain decimals. */
export type TransferAsset = {
  asset: string;
  available: string;
  min: string | null;
  max: string | null;
  dayLeft: string | null;
};

/** What the signed-in person can send to another wallet now, by code. Throws `not_signed_in`, `wallet_off`, `wallet_use_off`. */
export async function transferAssets(actor: Actor): Promise<TransferAsset[]> {
  const { userId } = requireUser(actor);
  await requireWalletUse('transfers');
  const [balances, assets] = await Promise.all([walletBalances(userId), walletAssets()]);
  const ofAsset = async ({ asset, scale, transferMinUnits, transferMaxUnits }: WalletAssetRow) => {
    const told = (units: bigint | null) => (units === null ? null : formatUnits(units, scale));
    const available = balances.find((balance) => balance.asset === asset)?.availableUnits ?? 0n;
    return {
      asset,
      available: formatUnits(available, scale),
      min: told(transferMinUnits),
      max: told(transferMaxUnits),
      dayLeft: told(await walletDayLeft({ userId, asset, what: 'transfer' })),
    };
  };
  return Promise.all(assets.map(ofAsset));
}

const fieldKeys: Record<string, string> = { wallet_unknown: 'walletUnknown', wallet_asset_off: 'choice' };

/** Tells a refusal at the field that it is about. */
async function atField<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const key = error instanceof AppError ? fieldKeys[error.code] : undefined;
    if (key === undefined) throw error;
    return refuse(field, { key });
  }
}

function refuse(field: string, problem: FieldProblem): never {
  return fail('invalid_input', { fields: { [field]: problem } });
}
