import type { Queryable } from '@/lib/db';
import { env } from '@/lib/env';
import type { Localized } from '@/lib/exchange/types';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import type { WithdrawalLetterProps } from '@/lib/notify/event-props';
import { officeLocale } from '@/lib/notify/office-locale';
import type { QueuedLetter } from '@/lib/notify/queue-letter';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';
import type { QueuedPayout } from '@/lib/payments/payouts/queue-payout';
import type { RequisiteField } from '@/lib/requisites/field';
import { type WithdrawalRow, withdrawalReasons } from '@/lib/wallet/withdrawal/withdrawal-row';

/** At the request: the customer, and the office where one of its people has to do something. */
export async function requestLetters(
  db: Queryable,
  withdrawal: WithdrawalRow,
  { status, byHand }: QueuedPayout,
): Promise<QueuedLetter[]> {
  const facts = await factsOf(db, withdrawal);
  const mine = customerLetter('withdrawal_requested', withdrawal, facts);
  if (status === 'awaiting_approval') return [mine, officeLetter(withdrawal, facts, 'approval')];
  return byHand ? [mine, officeLetter(withdrawal, facts, 'hand')] : [mine];
}

/** Approved by the second person: somebody has to pay it by hand. */
export async function handLetters(db: Queryable, withdrawal: WithdrawalRow): Promise<QueuedLetter[]> {
  return [officeLetter(withdrawal, await factsOf(db, withdrawal), 'hand')];
}

/** Paid or canceled, as the row says. */
export async function outcomeLetters(db: Queryable, withdrawal: WithdrawalRow): Promise<QueuedLetter[]> {
  const code = withdrawal.status === 'paid' ? 'withdrawal_paid' : 'withdrawal_canceled';
  return [customerLetter(code, withdrawal, await factsOf(db, withdrawal))];
}

/** Something about its payout that people must look at. */
export async function troubleLetters(
  db: Queryable,
  withdrawal: WithdrawalRow,
  payout: PayoutRow,
  words: string,
): Promise<QueuedLetter[]> {
  const facts = await factsOf(db, withdrawal);
  return [officeLetter(withdrawal, facts, 'trouble', { words, key: `${payout.id}:${words}` })];
}

type Facts = {
  email: string;
  name: string;
  locale: string;
  method: Localized;
  fields: RequisiteField[];
  scale: number;
};

async function factsOf(db: Queryable, { userId, methodId }: WithdrawalRow): Promise<Facts> {
  const [facts] = await db.query<Facts>(
    `SELECT u.email, u.name, u.locale, m.titles AS method, m.fields, a.scale
     FROM users u, payment_methods m JOIN assets a ON a.code = m.asset_code WHERE u.id = $1 AND m.id = $2`,
    [userId, methodId],
    'withdrawal_letter_facts',
  );
  if (!facts) throw new Error('a withdrawal without its person or method');
  return facts;
}

type CustomerCode = 'withdrawal_requested' | 'withdrawal_paid' | 'withdrawal_canceled';

function customerLetter(code: CustomerCode, withdrawal: WithdrawalRow, facts: Facts): QueuedLetter {
  const locale = toLocale(facts.locale);
  return {
    code,
    to: facts.email,
    locale,
    userId: withdrawal.userId,
    dedupeKey: `${withdrawal.id}:${code}`,
    props: propsOf(withdrawal, facts, locale, `/cabinet/wallet/withdraw/${withdrawal.id}`),
  };
}

type Why = NonNullable<WithdrawalLetterProps['why']>;

function officeLetter(
  withdrawal: WithdrawalRow,
  facts: Facts,
  why: Why,
  { words, key = why }: { words?: string; key?: string } = {},
): QueuedLetter {
  const locale = officeLocale();
  const props = propsOf(withdrawal, facts, locale, `/desk/payouts?view=all&q=${withdrawal.id}`);
  return {
    code: 'withdrawal_to_pay',
    locale,
    dedupeKey: `${withdrawal.id}:withdrawal_to_pay:${key}`,
    props: {
      ...props,
      why,
      customer: [facts.name, facts.email].filter(Boolean).join(', '),
      ...(words && { words }),
    },
  };
}

function propsOf(
  withdrawal: WithdrawalRow,
  { name, method, fields, scale }: Facts,
  locale: Locale,
  path: string,
): WithdrawalLetterProps {
  const { number, assetCode: asset, amountUnits, feeUnits, requisites, reference, reason } = withdrawal;
  const house = withdrawalReasons.find((code) => code === reason);
  return {
    name,
    number,
    url: `${env().KANTOR_URL}/${locale}${path}`,
    securityUrl: `${env().KANTOR_URL}/${locale}/cabinet/security`,
    method: method[locale],
    amount: formatUnits(amountUnits, scale),
    fee: formatUnits(feeUnits, scale),
    total: formatUnits(amountUnits + feeUnits, scale),
    asset,
    to: Object.entries(requisites).map(([key, { display }]) => ({
      title: fields.find((field) => field.key === key && field.side === 'get')?.titles[locale] ?? key,
      value: display,
    })),
    at: (withdrawal.decidedAt ?? withdrawal.createdAt).toISOString(),
    ...(reference && { reference }),
    ...(house ? { reasonCode: house } : reason ? { reason } : {}),
  };
}
