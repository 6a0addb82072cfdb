import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PayOut, PayoutAnswer, PayoutToCheck, PayoutToSend } from '@/lib/payments/contract/pay-out';
import { type ExactJson, textAt } from '@/lib/payments/exact-json';
import { minorUnits } from '@/lib/payments/plain-amount';
import { callPayouts } from './client';
import type { TbankSettings } from './settings';

/**
 * Payouts by SBP from a terminal of their own (E2C): Init makes one and moves nothing, Payment carries it out, GetState
 * tells. Cards are left out: the bank pays to cards that their owners have bound at its own page only.
 */
export const payOut: PayOut<TbankSettings> = {
  needs: [['phone', 'bank_id']],
  problem: (destination) => {
    const to = receiverOf(destination);
    return typeof to === 'string' ? to : null;
  },
  send,
  check,
};

/** The receiver as the bank wants him, or the key of what is missing. */
function receiverOf({
  phone,
  bank_id,
}: Record<string, string>): { Phone: string; SbpMemberId: string } | string {
  const digits = (phone ?? '').replace(/^\+/, '');
  if (!/^7[0-9]{10}$/.test(digits)) return 'phone';
  return bank_id && /^[0-9]{6,20}$/.test(bank_id) ? { Phone: digits, SbpMemberId: bank_id } : 'bank_id';
}

async function send(at: At<TbankSettings>, payout: PayoutToSend): Promise<PayoutAnswer> {
  const to = receiverOf(payout.destination);
  const kopecks = minorUnits(payout.amount, 2);
  const problem = settingsProblem(at);
  if (problem) return refused(problem);
  if (typeof to === 'string') return refused(`the requisite ${to} is missing or unusable`);
  if (payout.asset !== 'RUB' || kopecks === null)
    return refused('the terminal pays roubles and kopecks only');
  const made = await callPayouts(at, 'Init', { OrderId: payout.payoutId, Amount: Number(kopecks), ...to });
  if (made.outcome === 'refused') return refused(made.reason);
  if (made.outcome === 'unknown') return unknown(made.reason);
  const externalId = textAt(made.told, 'PaymentId');
  if (!externalId || !isOurs(made.told, payout)) return unknown('Init answered about something else');
  const paid = await callPayouts(at, 'Payment', { PaymentId: externalId });
  // Made, and perhaps carried out: even a refusal here is not the last word, the state is.
  return paid.outcome === 'done'
    ? stateOf(paid.told, payout, externalId)
    : { ...unknown(paid.reason), externalId };
}

async function check(at: At<TbankSettings>, payout: PayoutToCheck): Promise<PayoutAnswer> {
  const { externalId } = payout;
  if (externalId === null) return unknown('no id was told: look for the payout in the cabinet');
  const found = await callPayouts(at, 'GetState', { PaymentId: externalId });
  return found.outcome === 'done' ? stateOf(found.told, payout, externalId) : unknown(found.reason);
}

/** Why nothing can be paid with these settings, or null. */
function settingsProblem({ settings, testMode }: At<TbankSettings>): string | null {
  const { payoutTerminalKey, payoutPassword, payoutKey, payoutSerial, testHost } = settings;
  const signs = payoutKey === '' ? payoutPassword !== '' : payoutSerial !== '';
  if (payoutTerminalKey === '' || !signs) return 'the terminal of payouts, or what signs them, is not set';
  const isDemo = payoutTerminalKey.endsWith('DEMO');
  if (isDemo && !testMode) return 'a DEMO terminal pays no real money';
  return testMode && !isDemo && testHost === 'live' ? 'the terminal would pay real money in a test' : null;
}

/** What is not told is not compared. */
function isOurs(told: ExactJson, { payoutId, amount }: PayoutToSend): boolean {
  const [orderId, kopecks] = [textAt(told, 'OrderId'), textAt(told, 'Amount')];
  return (orderId ?? payoutId) === payoutId && (kopecks ?? minorUnits(amount, 2)) === minorUnits(amount, 2);
}

function stateOf(told: ExactJson, payout: PayoutToSend, externalId: string): PayoutAnswer {
  const status = textAt(told, 'Status');
  if (!isOurs(told, payout)) return { ...unknown('the bank answered about another payout'), externalId };
  switch (status) {
    case 'COMPLETED':
      return { outcome: 'settled', externalId, reference: externalId };
    case 'CHECKING':
    case 'COMPLETING':
    case 'PROCESSING':
      return { outcome: 'pending', externalId };
    case 'REJECTED':
      return refused(`status REJECTED, error ${textAt(told, 'ErrorCode') ?? 'not told'}`);
    default:
      return { ...unknown(`status ${status ?? 'missing'}`), externalId };
  }
}
