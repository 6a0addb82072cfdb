import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { env } from '@/lib/env';
import type { Localized } from '@/lib/exchange/types';
import { toLocale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import type { TopUpLetterProps } from '@/lib/notify/event-props';
import { officeLocale } from '@/lib/notify/office-locale';
import { queueLetter } from '@/lib/notify/queue-letter';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import type { TopUpRow } from '@/lib/wallet/top-up/top-up-row';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

/**
 * The customer is told what has come to his wallet by a payment. Call it behind the posting: the balance after it is
 * told. `paymentId`: each payment of a top-up is told of once.
 */
export async function tellCredited(
  tx: Tx,
  topUp: TopUpRow,
  { paymentId, transferId, feeUnits }: { paymentId: string; transferId: string; feeUnits: bigint },
): Promise<void> {
  const facts = await factsOf(tx, topUp);
  const locale = toLocale(facts.locale);
  const line = await tx.maybeOne<{ amountUnits: bigint; balanceUnits: bigint }>(
    `SELECT amount_units AS "amountUnits", balance_after_units AS "balanceUnits" FROM wallet_records
     WHERE transfer_id = $1 AND user_id = $2`,
    [transferId, topUp.userId],
  );
  // All of it was kept as the fee: there is no line, and nothing to be glad of.
  if (!line) return;
  await queueLetter(tx, {
    code: 'wallet_topped_up',
    to: facts.email,
    locale,
    userId: topUp.userId,
    props: {
      name: facts.name,
      number: formatWalletNumber(await walletNumberOf(topUp.userId, tx)),
      amount: formatUnits(line.amountUnits, facts.scale),
      asset: topUp.assetCode,
      balance: formatUnits(line.balanceUnits, facts.scale),
      ...(feeUnits > 0n && { fee: formatUnits(feeUnits, facts.scale) }),
      ...(facts.methodTitles && { method: facts.methodTitles[locale] }),
      operation: String(topUp.number),
      at: now().toISOString(),
      url: `${env().KANTOR_URL}/${locale}/cabinet/wallet`,
    },
    dedupeKey: `payment:${paymentId}:topped-up`,
  });
}

/** The customer is told that his top-up was declined, and why. Queued in the caller's transaction. */
export async function tellDeclined(tx: Tx, topUp: TopUpRow, reason: string): Promise<void> {
  const facts = await factsOf(tx, topUp);
  const locale = toLocale(facts.locale);
  await queueLetter(tx, {
    code: 'top_up_declined',
    to: facts.email,
    locale,
    userId: topUp.userId,
    props: {
      ...propsOf(topUp, facts, locale),
      reason,
      url: `${env().KANTOR_URL}/${locale}/cabinet/top-up/${topUp.id}`,
    },
    dedupeKey: `top-up:${topUp.id}:declined`,
  });
}

/**
 * The office is told that a top-up wants to be looked at: its customer says that he has paid, or a system's word of it
 * does not fit (`doubt`, told once for the same words).
 */
export async function tellToCheck(
  tx: Tx,
  topUp: TopUpRow,
  about: { claim: NonNullable<PaymentRow['claim']> } | { doubt: string },
): Promise<void> {
  const facts = await factsOf(tx, topUp);
  const locale = officeLocale();
  const key = 'doubt' in about ? `doubt:${about.doubt}` : 'claimed';
  await queueLetter(tx, {
    code: 'top_up_to_check',
    locale,
    userId: topUp.userId,
    props: {
      ...propsOf(topUp, facts, locale),
      email: facts.email,
      url: `${env().KANTOR_URL}/${locale}/desk/top-ups/${topUp.id}`,
      ...('doubt' in about ? { reason: about.doubt } : { claim: claimProps(about.claim) }),
    },
    dedupeKey: `top-up:${topUp.id}:${key}`.slice(0, 500),
  });
}

type Facts = {
  name: string;
  email: string;
  locale: string;
  scale: number;
  methodTitles: Localized | null;
};

function factsOf(tx: Tx, { userId, assetCode, methodId }: TopUpRow): Promise<Facts> {
  return tx.one<Facts>(
    `SELECT u.name, u.email, u.locale, a.scale, m.titles AS "methodTitles"
     FROM users u JOIN assets a ON a.code = $2 LEFT JOIN payment_methods m ON m.id = $3 WHERE u.id = $1`,
    [userId, assetCode, methodId],
  );
}

function propsOf(
  { number, amountUnits, assetCode, createdAt }: TopUpRow,
  { name, scale, methodTitles }: Facts,
  locale: 'en' | 'ru',
): Omit<TopUpLetterProps, 'url'> {
  return {
    name,
    number,
    amount: formatUnits(amountUnits, scale),
    asset: assetCode,
    ...(methodTitles && { method: methodTitles[locale] }),
    createdAt: createdAt.toISOString(),
  };
}

function claimProps({ payer, reference, comment, receiptFileId }: NonNullable<PaymentRow['claim']>) {
  return { payer, reference, comment, hasReceipt: receiptFileId !== null };
}
