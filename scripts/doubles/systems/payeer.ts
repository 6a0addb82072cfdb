import { payeerSample as shop } from '@/lib/payments/systems/payeer/sample';
import { noticeSignature, requestSignature } from '@/lib/payments/systems/payeer/signature';
import { cabinet } from '@/scripts/doubles/cabinet';
import {
  type Double,
  type DoubleAnswer,
  formCallback,
  hostedPage,
  jsonAnswer,
  sentFields,
} from '@/scripts/doubles/double';

type Operation = { id: string; status: string; sumOut: string; curOut: string };

/** Payeer: form, shopOrderInfo, transfers, history, balance. */
export function payeerDouble(): Double {
  const office = cabinet();
  const orders = new Map<string, { amount: string; curr: string; operation?: Operation }>();
  const history = new Map<string, Operation>();

  const record = (sumOut: string, curOut: string): Operation => {
    const operation = { id: String(555_001 + history.size), status: 'success', sumOut, curOut };
    history.set(operation.id, operation);
    return operation;
  };

  const pay = (number: string, amount?: string) => {
    const order = orders.get(number) ?? { amount: '1500.00', curr: 'RUB' };
    orders.set(number, order);
    order.operation ??= record(amount ?? order.amount, order.curr);
    const fields = {
      m_operation_id: order.operation.id,
      m_operation_ps: '2609',
      m_operation_date: '01.09.2026 15:00:00',
      m_operation_pay_date: '01.09.2026 15:00:01',
      m_shop: shop.shopId,
      m_orderid: number,
      m_amount: order.operation.sumOut,
      m_curr: order.curr,
      m_desc: '',
      m_status: 'success',
      client_account: 'P7654321',
    };
    const m_sign = noticeSignature(new Map(Object.entries(fields)), shop.shopSecret);
    return [formCallback(office.noticesTo(), { ...fields, m_sign })];
  };

  const call = (sent: Record<string, string>): DoubleAnswer => {
    const { account, apiId, apiPass, action } = sent;
    if (account !== shop.account || apiId !== shop.apiId || apiPass !== shop.apiPassword)
      return jsonAnswer({ auth_error: '1', errors: ['account or apiId or apiPass is incorrect'] });
    const done = (more: object) => jsonAnswer({ auth_error: '0', errors: [], ...more });
    switch (action) {
      case 'balance':
        return done({
          balance: { RUB: { BUDGET: '9000.00', DOSTUPNO: '9000.00', DOSTUPNO_SYST: '9000.00' } },
        });
      case 'transfer':
        if (!/^P\d+$/.test(sent.to ?? '') || !(Number(sent.sum) > 0))
          return jsonAnswer({ auth_error: '0', errors: ['to'] });
        return done({ historyId: record(sent.sum ?? '', sent.curOut ?? '').id });
      case 'historyInfo': {
        const info = history.get(sent.historyId ?? '');
        return info ? done({ success: true, info }) : jsonAnswer({ auth_error: '0', errors: ['historyId'] });
      }
      case 'shopOrderInfo': {
        const info = orders.get(sent.orderId ?? '')?.operation;
        return done(info ? { success: true, info } : { success: false });
      }
      default:
        return jsonAnswer({ auth_error: '0', errors: ['action'] });
    }
  };

  return {
    code: 'payeer',
    hosts: ['payeer.com'],
    handle(request) {
      const set = office.take(request);
      if (set) return set;
      const sent = sentFields(request);
      if (request.path === '/ajax/api/api.php') return call(sent);
      const { m_orderid: number = '', m_amount: amount = '', m_curr: curr = '' } = sent;
      if (sent.m_sign !== requestSignature(new Map(Object.entries(sent)), shop.shopSecret))
        return hostedPage('Payeer: error', ['The signature is wrong.'], []);
      if (sent.pay) return { ...hostedPage('Payeer: paid', [], []), callbacks: pay(number) };
      orders.set(number, orders.get(number) ?? { amount, curr });
      const action = `${request.baseUrl}${request.path}`;
      return hostedPage(
        `Payeer: ${amount} ${curr}`,
        [],
        [{ text: 'Pay', action, fields: { ...sent, pay: '1' } }],
      );
    },
    pay: ({ reference, amount }) => pay(reference, amount),
    holds: () => ({ orders: Object.fromEntries(orders), history: [...history.values()] }),
  };
}
