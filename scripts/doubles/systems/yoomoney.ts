import { yoomoneySample as wallet } from '@/lib/payments/systems/yoomoney/sample';
import { noticeSignature } from '@/lib/payments/systems/yoomoney/signature';
import { cabinet } from '@/scripts/doubles/cabinet';
import {
  type Double,
  type DoubleAnswer,
  formCallback,
  hostedPage,
  jsonAnswer,
  sentFields,
  textAnswer,
} from '@/scripts/doubles/double';

type Operation = {
  operation_id: string;
  status: string;
  datetime: string;
  title: string;
  direction: 'in' | 'out';
  amount: number;
  label: string;
  type: string;
};

const payPath = '/quickpay/_pay';

/** YooMoney: form, history, transfers between wallets, balance. */
export function yoomoneyDouble(): Double {
  const office = cabinet();
  const operations: Operation[] = [];
  const forms = new Map<string, { sum: string; back: string }>();
  const requests = new Map<string, { due: number; label: string; paymentId?: string }>();

  const record = (direction: 'in' | 'out', amount: number, label: string) => {
    const operation_id = String(670_000_000 + operations.length);
    const type = direction === 'in' ? 'deposition' : 'outgoing-transfer';
    const datetime = '2026-09-01T12:00:00Z';
    operations.unshift({
      operation_id,
      status: 'success',
      datetime,
      title: 'Transfer',
      direction,
      amount,
      label,
      type,
    });
    return operation_id;
  };

  const pay = (label: string, amount?: string) => {
    const sum = amount ?? forms.get(label)?.sum ?? '1500.00';
    const fields = {
      notification_type: 'card-incoming',
      operation_id: record('in', Number(sum), label),
      amount: sum,
      withdraw_amount: sum,
      currency: '643',
      datetime: '2026-09-01T12:00:00Z',
      sender: '',
      codepro: 'false',
      label,
      unaccepted: 'false',
    };
    const sign = noticeSignature(new Map(Object.entries(fields)), wallet.notificationSecret);
    return [formCallback(office.noticesTo(), { ...fields, sign })];
  };

  const call = (method: string, params: Record<string, string>): DoubleAnswer => {
    switch (method) {
      case 'account-info':
        return jsonAnswer({
          account: wallet.receiver,
          balance: 98_765.43,
          currency: '643',
          account_type: 'personal',
        });
      case 'operation-history': {
        const direction = params.type === 'payment' ? 'out' : 'in';
        const found = operations.filter((one) => one.label === params.label && one.direction === direction);
        return jsonAnswer({ operations: found });
      }
      case 'request-payment': {
        const due = Number(params.amount_due);
        if (params.pattern_id !== 'p2p' || !(due > 0))
          return jsonAnswer({ status: 'refused', error: 'illegal_params' });
        if (!/^4100\d+$/.test(params.to ?? ''))
          return jsonAnswer({ status: 'refused', error: 'payee_not_found' });
        const request_id = `req-${requests.size + 1}`;
        requests.set(request_id, { due, label: params.label ?? '' });
        // Half a per cent for a transfer.
        const contract_amount = Math.round(due * 100.5) / 100;
        return jsonAnswer({ status: 'success', request_id, contract_amount, balance: 98_765.43 });
      }
      case 'process-payment': {
        const request = requests.get(params.request_id ?? '');
        if (!request) return jsonAnswer({ status: 'refused', error: 'contract_not_found' });
        request.paymentId ??= record('out', request.due, request.label);
        return jsonAnswer({ status: 'success', payment_id: request.paymentId, credit_amount: request.due });
      }
      default:
        return textAnswer('', 'text/plain', 404);
    }
  };

  return {
    code: 'yoomoney',
    hosts: ['yoomoney.ru'],
    handle(request) {
      const set = office.take(request);
      if (set) return set;
      const sent = sentFields(request);
      if (request.path === '/quickpay/confirm') {
        const { receiver, sum = '', label = '', successURL = '' } = sent;
        if (receiver !== wallet.receiver) return hostedPage('YooMoney', ['There is no such wallet.'], []);
        forms.set(label, { sum, back: successURL });
        const action = `${request.baseUrl}${payPath}`;
        return hostedPage(`YooMoney: ${sum} ₽`, [], [{ text: 'Pay', action, fields: { label } }]);
      }
      if (request.path === payPath) {
        const { label = '' } = sent;
        const location = forms.get(label)?.back ?? '';
        return { status: 303, headers: { location }, body: '', callbacks: pay(label) };
      }
      const method = /^\/api\/([a-z-]+)$/.exec(request.path)?.[1];
      if (!method || request.method !== 'POST') return textAnswer('', 'text/plain', 404);
      if (request.headers.authorization !== `Bearer ${wallet.accessToken}`)
        return textAnswer('', 'text/plain', 401);
      return call(method, sent);
    },
    pay: ({ reference, amount }) => pay(reference, amount),
    holds: () => operations,
  };
}
