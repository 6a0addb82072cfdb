import type { OperationRow } from '@/lib/cashier/operation-row';
import type { Holder } from '@/lib/cashier/wallet-holder';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { toLocale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import { officeLocale } from '@/lib/notify/office-locale';
import { queueLetter } from '@/lib/notify/queue-letter';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

type Told = { operation: OperationRow; holder: Holder; scale: number; balanceUnits: bigint };

/** Tells the holder that his wallet was credited or written off. */
export async function tellOfOperation(tx: Tx, told: Told): Promise<void> {
  const { operation } = told;
  const code = operation.kind === 'top_up' ? 'wallet_topped_up' : 'wallet_written_off';
  const props = {
    ...walletProps(told),
    ...(operation.feeUnits > 0n && { fee: formatUnits(operation.feeUnits, told.scale) }),
    ...(operation.reason && { reason: operation.reason }),
    ...(operation.comment && { comment: operation.comment }),
  };
  await queueLetter(tx, { code, ...addressOf(told), props, dedupeKey: `till:${operation.id}:${code}` });
}

/** Tells the holder that an operation was taken back, with the reason. */
export async function tellOfReversal(tx: Tx, told: Told, reason: string): Promise<void> {
  const { id, kind } = told.operation;
  await queueLetter(tx, {
    code: 'wallet_reversed',
    ...addressOf(told),
    props: { ...walletProps(told), reversed: kind, comment: reason },
    dedupeKey: `till:${id}:wallet_reversed`,
  });
}

/** Asks the office for a second person. */
export async function askForApproval(
  tx: Tx,
  { operation, holder, scale, cashier }: Omit<Told, 'balanceUnits'> & { cashier: string },
): Promise<void> {
  const { id, number, kind, amountUnits, assetCode, approvalFor, receiptNumber, reason, comment } = operation;
  const locale = officeLocale();
  await queueLetter(tx, {
    code: 'operation_to_approve',
    locale,
    props: {
      operation: String(number),
      kind,
      cashier,
      number: formatWalletNumber(holder.number),
      holder: holder.name || holder.email,
      amount: formatUnits(amountUnits, scale),
      asset: assetCode,
      approvalFor,
      ...(receiptNumber && { receipt: receiptNumber }),
      ...(reason && { reason }),
      ...(comment && { comment }),
      at: operation.createdAt.toISOString(),
      url: `${env().KANTOR_URL}/${locale}/cashier/approvals`,
    },
    dedupeKey: `till:${id}:operation_to_approve`,
  });
}

function addressOf({ holder }: Told) {
  return { to: holder.email, locale: toLocale(holder.locale), userId: holder.userId };
}

function walletProps({ operation, holder, scale, balanceUnits }: Told) {
  const { amountUnits, feeUnits, assetCode, receiptNumber, number } = operation;
  return {
    name: holder.name,
    number: formatWalletNumber(holder.number),
    amount: formatUnits(amountUnits - feeUnits, scale),
    asset: assetCode,
    balance: formatUnits(balanceUnits, scale),
    ...(receiptNumber && { receipt: receiptNumber }),
    operation: String(number),
    at: now().toISOString(),
    url: `${env().KANTOR_URL}/${toLocale(holder.locale)}/cabinet/wallet`,
  };
}
