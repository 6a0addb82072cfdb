import type { ExactJson } from '@/lib/payments/exact-json';
import { tbankSample as shop } from '@/lib/payments/systems/tbank/sample';
import { tokenOf } from '@/lib/payments/systems/tbank/signature';
import { type DoubleAnswer, jsonAnswer } from '@/scripts/doubles/double';

type Payout = { PaymentId: string; OrderId: string; Amount: number; Status: string };
type Sent = { [name: string]: ExactJson };

/** The terminal of payouts (E2C): Init makes one, Payment carries it out, GetState completes and tells it. */
export function tbankPayouts(): { call(method: string, sent: Sent): DoubleAnswer; all(): Payout[] } {
  const payouts = new Map<string, Payout>();

  const call = (method: string, sent: Sent): DoubleAnswer => {
    const text = (name: string) => String(sent[name] ?? '');
    if (text('TerminalKey') !== shop.payoutTerminalKey) return failed('501', 'Терминал не найден');
    if (text('Token') !== tokenOf(sent, shop.payoutPassword)) return failed('204', 'Неверный токен');
    if (method === 'Init') {
      const [OrderId, Phone] = [text('OrderId'), text('Phone')];
      if (!/^[1-9]\d*$/.test(text('Amount')) || !OrderId || !/^7\d{10}$/.test(Phone) || !text('SbpMemberId'))
        return failed('201', 'Неверные параметры');
      if ([...payouts.values()].some((one) => one.OrderId === OrderId)) return failed('8', 'Номер занят');
      const PaymentId = String(9_000_001 + payouts.size);
      const payout = { PaymentId, OrderId, Amount: Number(text('Amount')), Status: 'CHECKED' };
      payouts.set(PaymentId, payout);
      return told(payout);
    }
    const payout = payouts.get(text('PaymentId'));
    if (!payout) return failed('255', 'Платеж не найден');
    if (method === 'Payment') payout.Status = 'COMPLETING';
    else if (payout.Status === 'COMPLETING') payout.Status = 'COMPLETED';
    return told(payout);
  };

  return { call, all: () => [...payouts.values()] };
}

function told(payout: Payout): DoubleAnswer {
  return jsonAnswer({ Success: true, ErrorCode: '0', TerminalKey: shop.payoutTerminalKey, ...payout });
}

function failed(ErrorCode: string, Message: string): DoubleAnswer {
  return jsonAnswer({ Success: false, ErrorCode, Message, Details: '' });
}
