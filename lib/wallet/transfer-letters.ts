import type { Queryable } from '@/lib/db';
import { env } from '@/lib/env';
import { toLocale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import type { QueuedLetter } from '@/lib/notify/queue-letter';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

type LineRow = {
  userId: string;
  email: string;
  name: string;
  locale: string;
  /** The mailbox is known to be his. */
  proved: boolean;
  number: string;
  kind: 'transfer_out' | 'transfer_in';
  asset: string;
  scale: number;
  amountUnits: bigint;
  balanceUnits: bigint;
  details: { counterparty: string; comment?: string };
  at: Date;
};

/**
 * What both sides of a transfer are told, from the lines it has written. A mailbox that nobody has proved to be his gets
 * none of the words that people chose: a transfer of a kopeck would carry any text there in the office's name.
 */
export async function transferLetters(db: Queryable, transferId: string): Promise<QueuedLetter[]> {
  const lines = await db.query<LineRow>(
    `SELECT r.user_id AS "userId", u.email, u.name, u.locale, u.email_confirmed_at IS NOT NULL AS proved, w.number,
       r.kind, r.asset_code AS asset, a.scale,
       abs(r.amount_units) AS "amountUnits", r.balance_after_units AS "balanceUnits", r.details, r.at
     FROM wallet_records r JOIN users u ON u.id = r.user_id JOIN wallets w ON w.user_id = r.user_id
     JOIN assets a ON a.code = r.asset_code WHERE r.subject = $1`,
    [transferId],
    'wallet_transfer_lines',
  );
  return lines.map((line) => {
    const locale = toLocale(line.locale);
    return {
      code: line.kind === 'transfer_out' ? 'wallet_transfer_out' : 'wallet_transfer_in',
      to: line.email,
      userId: line.userId,
      locale,
      dedupeKey: `wallet-transfer:${transferId}:${line.kind}`,
      props: {
        name: line.proved ? line.name : '',
        number: formatWalletNumber(line.number),
        amount: formatUnits(line.amountUnits, line.scale),
        asset: line.asset,
        balance: formatUnits(line.balanceUnits, line.scale),
        counterparty: formatWalletNumber(line.details.counterparty),
        comment: line.proved ? line.details.comment : undefined,
        at: line.at.toISOString(),
        url: `${env().KANTOR_URL}/${locale}/cabinet/wallet`,
      },
    };
  });
}
