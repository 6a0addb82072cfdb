import { type ExactJson, exactObject } from '@/lib/payments/exact-json';
import { tbankSample as shop } from '@/lib/payments/systems/tbank/sample';
import { tokenOf } from '@/lib/payments/systems/tbank/signature';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  hostedPage,
  jsonAnswer,
  sentFields,
} from '@/scripts/doubles/double';
import { tbankPayouts } from './tbank-payouts';

type Payment = {
  PaymentId: string;
  OrderId: string;
  Amount: number;
  Status: string;
  noticesTo: string;
  back: string;
  refunded: number;
};

/** T-Bank: Init, GetQr, GetState, CheckOrder, Cancel, the page to pay on, payouts. */
export function tbankDouble(): Double {
  const payments = new Map<string, Payment>();
  const cancels = new Map<string, DoubleAnswer>();
  const payouts = tbankPayouts();

  const notice = (payment: Payment, Status: string): DoubleCallback => {
    const { OrderId, PaymentId, Amount } = payment;
    const known = { TerminalKey: shop.terminalKey, OrderId, Success: true, Status, ErrorCode: '0' };
    const fields = {
      ...known,
      PaymentId: Number(PaymentId),
      Amount,
      Pan: '220000******0004',
      ExpDate: '1230',
    };
    const body = JSON.stringify({ ...fields, Token: tokenOf(fields, shop.password) });
    return { url: payment.noticesTo, method: 'POST', headers: { 'content-type': 'application/json' }, body };
  };

  const pay = (payment: Payment, amount?: string) => {
    payment.Status = 'CONFIRMED';
    if (amount) payment.Amount = Number(amount);
    // Both at once on payments of one step.
    return [notice(payment, 'AUTHORIZED'), notice(payment, 'CONFIRMED')];
  };

  const call = (method: string, sent: { [name: string]: ExactJson }): DoubleAnswer => {
    const text = (name: string) => String(sent[name] ?? '');
    if (text('TerminalKey') !== shop.terminalKey) return failed('501', 'Терминал не найден');
    if (text('Token') !== tokenOf(sent, shop.password)) return failed('204', 'Неверный токен');
    if (method === 'Init') {
      if (!/^[1-9]\d*$/.test(text('Amount')) || text('OrderId') === '')
        return failed('201', 'Неверные параметры');
      const PaymentId = String(7_000_001 + payments.size);
      const [noticesTo, back] = [text('NotificationURL'), text('SuccessURL')];
      const Amount = Number(text('Amount'));
      const payment = {
        PaymentId,
        OrderId: text('OrderId'),
        Amount,
        Status: 'NEW',
        noticesTo,
        back,
        refunded: 0,
      };
      payments.set(PaymentId, payment);
      return told(payment, { PaymentURL: `https://securepayments.tinkoff.ru/${PaymentId}` });
    }
    if (method === 'CheckOrder') {
      const OrderId = text('OrderId');
      const Payments = [...payments.values()]
        .filter((one) => one.OrderId === OrderId)
        .map(({ PaymentId, Amount, Status }) => ({
          PaymentId,
          Amount,
          Status,
          Success: true,
          ErrorCode: '0',
        }));
      if (Payments.length === 0) return failed('255', 'Заказ не найден');
      return jsonAnswer({ Success: true, ErrorCode: '0', TerminalKey: shop.terminalKey, OrderId, Payments });
    }
    const payment = payments.get(text('PaymentId'));
    if (!payment) return failed('255', 'Платеж не найден');
    if (method === 'GetState') return told(payment);
    if (method === 'GetQr') return told(payment, { Data: `https://qr.nspk.ru/AS${payment.PaymentId}` });
    return method === 'Cancel'
      ? cancel(payment, text('Amount'), text('ExternalRequestId'))
      : failed('9999', method);
  };

  const cancel = (payment: Payment, amount: string, key: string): DoubleAnswer => {
    const before = cancels.get(key);
    if (before) return before;
    if (!['CONFIRMED', 'PARTIAL_REFUNDED'].includes(payment.Status)) return failed('8', 'Неверный статус');
    payment.refunded += Number(amount);
    if (payment.refunded > payment.Amount) return failed('4', 'Сумма больше остатка');
    payment.Status = payment.refunded === payment.Amount ? 'REFUNDED' : 'PARTIAL_REFUNDED';
    const answer = told(payment, {
      OriginalAmount: payment.Amount,
      NewAmount: payment.Amount - payment.refunded,
    });
    if (key) cancels.set(key, answer);
    return answer;
  };

  return {
    code: 'tbank',
    hosts: ['securepay.tinkoff.ru', 'rest-api-test.tinkoff.ru', 'securepayments.tinkoff.ru'],
    handle(request) {
      if (request.host === 'securepayments.tinkoff.ru') return page(request);
      const [, payout, method = ''] = /^(\/e2c)?\/v2\/(\w+)$/.exec(request.path) ?? [];
      const sent = exactObject(request.body);
      if (!sent || request.method !== 'POST') return jsonAnswer({}, 404);
      return payout ? payouts.call(method, sent) : call(method, sent);
    },
    pay({ reference, amount }) {
      const payment = [...payments.values()].find(({ OrderId }) => OrderId === reference);
      return payment ? pay(payment, amount) : null;
    },
    holds: () => [...payments.values(), ...payouts.all()],
  };

  function page(request: DoubleRequest): DoubleAnswer {
    const payment = payments.get(request.path.slice(1));
    if (!payment) return hostedPage('T-Bank', ['There is no such payment.'], []);
    if (request.method === 'POST' && sentFields(request).pay)
      return { status: 303, headers: { location: payment.back }, body: '', callbacks: pay(payment) };
    const action = `${request.baseUrl}${request.path}`;
    return hostedPage(
      `T-Bank: ${payment.Amount / 100} ₽`,
      [],
      [{ text: 'Pay', action, fields: { pay: '1' } }],
    );
  }
}

function told({ PaymentId, OrderId, Amount, Status }: Payment, more: object = {}): DoubleAnswer {
  const TerminalKey = shop.terminalKey;
  return jsonAnswer({
    Success: true,
    ErrorCode: '0',
    TerminalKey,
    Status,
    PaymentId,
    OrderId,
    Amount,
    ...more,
  });
}

function failed(ErrorCode: string, Message: string): DoubleAnswer {
  return jsonAnswer({ Success: false, ErrorCode, Message, Details: '' });
}
