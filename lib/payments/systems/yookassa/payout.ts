import { refused, unknown } from '@/lib/payments/ask';
import { notDone, notTold } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import type { PayOut, PayoutAnswer, PayoutToCheck, PayoutToSend } from '@/lib/payments/contract/pay-out';
import { textAt } from '@/lib/payments/exact-json';
import { callYookassa } from './client';
import { transferState } from './map';
import type { YookassaSettings } from './settings';

/** Payouts to wallets and, by SBP, to phones. Cards are left out: their numbers may be sent by certified shops only. */
export const payOut: PayOut<YookassaSettings> = {
  needs: [['purse'], ['wallet'], ['phone', 'bank_id']],
  problem: (destination) => {
    const where = destinationOf(destination);
    return typeof where === 'string' ? where : null;
  },
  send,
  check,
};

/** Where to, as the interface wants it, or the key of what is missing. */
function destinationOf({ purse, wallet, phone, bank_id }: Record<string, string>): object | string {
  const account = purse ?? wallet;
  if (account !== undefined)
    return /^4100[0-9]{7,14}$/.test(account) ? { type: 'yoo_money', account_number: account } : 'purse';
  if (phone === undefined) return 'purse';
  const digits = phone.replace(/^\+/, '');
  if (!/^7[0-9]{10}$/.test(digits)) return 'phone';
  return bank_id && /^[0-9]{6,20}$/.test(bank_id) ? { type: 'sbp', phone: digits, bank_id } : 'bank_id';
}

async function send(at: At<YookassaSettings>, payout: PayoutToSend): Promise<PayoutAnswer> {
  const where = destinationOf(payout.destination);
  const { payoutAgentId, payoutSecretKey } = at.settings;
  if (typeof where === 'string') return refused(`the requisite ${where} is missing or unusable`);
  if (payoutAgentId === '' || payoutSecretKey === '') return refused('the payout gateway is not set');
  if (payoutSecretKey.startsWith('test_') !== at.testMode) return refused('the key is one of the other mode');
  const called = await callYookassa(at, {
    method: 'POST',
    path: '/payouts',
    gateway: true,
    idempotenceKey: payout.payoutId,
    json: {
      amount: { value: payout.amount, currency: payout.asset },
      payout_destination_data: where,
      description: payout.description.slice(0, 128),
      metadata: { payout_id: payout.payoutId },
    },
  });
  return called.kind === 'done' ? transferState(called.json) : notDone(called);
}

/** Without its id a payout cannot be asked for: only its notice or a look into the cabinet tells. */
async function check(
  at: At<YookassaSettings>,
  { payoutId, externalId, hinted }: PayoutToCheck,
): Promise<PayoutAnswer> {
  if (externalId === null) return unknown('no id was told: look for the payout in the cabinet');
  const path = `/payouts/${encodeURIComponent(externalId)}`;
  const called = await callYookassa(at, { method: 'GET', path, gateway: true });
  if (called.kind !== 'done') return notTold(called);
  const ours = textAt(called.json, 'metadata.payout_id');
  return ours === payoutId || (ours === undefined && !hinted)
    ? transferState(called.json)
    : unknown('under this id stands another payout');
}
