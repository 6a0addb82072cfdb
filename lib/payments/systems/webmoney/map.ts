import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer, PayoutToSend } from '@/lib/payments/contract/pay-out';
import { plainAmount } from '@/lib/payments/plain-amount';
import { xmlText } from '@/lib/payments/xml';

type Told = Record<string, unknown>;

/** `YYYYMMDD HH:MM:SS`, Moscow time. */
export function moscowTime(text: string | undefined): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d) (\d\d:\d\d:\d\d)$/.exec(text ?? '');
  if (!match) return null;
  const date = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}+03:00`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The moment as WebMoney writes it. */
export function inMoscow(date: Date): string {
  const there = new Date(date.getTime() + 3 * 3_600_000).toISOString();
  return `${there.slice(0, 10).replaceAll('-', '')} ${there.slice(11, 19)}`;
}

/** An amount as WebMoney moves it, with two decimals at most; null where it has more. */
export function twoDecimals(amount: string): string | null {
  return plainAmount(amount, 2);
}

/** What X18 says: 7 and 8 are payments that nobody has made yet. */
export function paymentState(told: Told, asset: string): PaymentAnswer {
  const code = xmlText(told, 'retval');
  if (code === '7' || code === '8') return { outcome: 'pending' };
  if (code !== '0') return unknown(words('X18', told));
  const amount = twoDecimals(xmlText(told, 'operation', 'amount') ?? '');
  const transaction = xmlText(told, 'operation', '@wmtransid');
  if (amount === null || !transaction) return unknown('X18 tells no amount or no transaction');
  const account = xmlText(told, 'operation', 'pursefrom');
  const payerWmid = xmlText(told, 'operation', 'wmidfrom');
  const paidAt = moscowTime(xmlText(told, 'operation', 'operdate'));
  return {
    outcome: 'settled',
    amount,
    asset,
    externalId: transaction,
    ...(account ? { payer: { account } } : {}),
    ...(paidAt ? { paidAt } : {}),
    facts: { transaction, ...(payerWmid ? { payerWmid } : {}) },
  };
}

/**
 * What X2 or X14 says. Errors have positive numbers; what is negative, or "there is such a transfer already" (103),
 * is no proof that nothing was paid.
 */
export function moved(name: string, told: Told): PayoutAnswer {
  const code = xmlText(told, 'retval') ?? '';
  if (/^[1-9][0-9]{0,3}$/.test(code) && code !== '103') return refused(words(name, told));
  const operation = xmlText(told, 'operation', '@id');
  return code === '0' && operation
    ? settled(operation, xmlText(told, 'operation', 'comiss'))
    : unknown(words(name, told));
}

/** What X3 says of a payout. Not being in the history is no proof that it was not paid. */
export function payoutState(told: Told, payout: PayoutToSend, destination: string): PayoutAnswer {
  if (xmlText(told, 'retval') !== '0') return unknown(words('X3', told));
  const list = typeof told.operations === 'object' && told.operations !== null ? told.operations : {};
  const operations = 'operation' in list ? [list.operation].flat() : [];
  const found = operations.find((one) => xmlText(one, 'tranid') === String(payout.number));
  if (!found) return unknown('the payout is not in the history of the purse');
  const sameAmount = twoDecimals(xmlText(found, 'amount') ?? '') === twoDecimals(payout.amount);
  if (!sameAmount || xmlText(found, 'pursedest') !== destination)
    return unknown('under this number another transfer was made');
  const operation = xmlText(found, '@id');
  return operation
    ? settled(operation, xmlText(found, 'comiss'))
    : unknown('X3 tells no number of the transfer');
}

/** Balance of a purse by X9, or null where it is not told. */
export function purseBalance(told: Told, purse: string): string | null {
  const list = typeof told.purses === 'object' && told.purses !== null ? told.purses : {};
  const purses = 'purse' in list ? [list.purse].flat() : [];
  return plainAmount(
    xmlText(
      purses.find((one) => xmlText(one, 'pursename') === purse),
      'amount',
    ),
    2,
  );
}

/** Code and description in the system's words. */
export function words(name: string, told: Told): string {
  return `${name}: ${xmlText(told, 'retval') ?? 'no code'} ${xmlText(told, 'retdesc') ?? ''}`.trim();
}

function settled(operation: string, comiss: string | undefined): PayoutAnswer {
  const fee = plainAmount(comiss, 2);
  return {
    outcome: 'settled',
    externalId: operation,
    reference: operation,
    ...(fee === null ? {} : { fee }),
  };
}
