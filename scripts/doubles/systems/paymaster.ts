import {
  paymasterRestSample as rest,
  paymasterSample as site,
} from '@/lib/payments/systems/paymaster/sample';
import { noticeHash, restHash } from '@/lib/payments/systems/paymaster/signature';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  formCallback,
  hostedPage,
  jsonAnswer,
  sentFields,
} from '@/scripts/doubles/double';

type Payment = {
  id: string;
  reference: string;
  amount: string;
  currency: string;
  paid: boolean;
  noticesTo: string;
  back: string;
  /** By which interface it was made. */
  by: 'form' | 'rest';
};

type AskedInvoice = {
  merchantId?: string;
  amount?: { value?: unknown; currency?: string };
  protocol?: { callbackUrl?: string; returnUrl?: string };
  invoice?: { description?: string; orderNo?: string };
};

/** PayMaster: the form and the old REST interface, and the REST interface of version 2. It asks no pre-request. */
export function paymasterDouble(): Double {
  const payments = new Map<string, Payment>();
  const answered = new Map<string, { body: string; answer: DoubleAnswer }>();
  const refunds = new Map<string, object>();

  const add = (payment: Omit<Payment, 'id' | 'paid'>): Payment => {
    const known = [...payments.values()].find((one) => one.reference === payment.reference);
    if (known) return known;
    const made = { ...payment, id: String(43_184_001 + payments.size), paid: false };
    payments.set(made.id, made);
    return made;
  };

  const pay = (payment: Payment, amount?: string): DoubleCallback[] => {
    payment.paid = true;
    payment.amount = amount ?? payment.amount;
    if (payment.by === 'rest') {
      const headers = { 'content-type': 'application/json' };
      return [
        {
          url: payment.noticesTo,
          method: 'POST',
          headers,
          body: `\uFEFF${JSON.stringify(restPayment(payment))}`,
        },
      ];
    }
    const fields = {
      LMI_MERCHANT_ID: site.merchantId,
      LMI_PAYMENT_SYSTEM: '93',
      LMI_CURRENCY: payment.currency,
      LMI_PAYMENT_AMOUNT: payment.amount,
      LMI_PAYMENT_NO: payment.reference,
      LMI_SYS_PAYMENT_DATE: '2026-09-01T12:00:00',
      LMI_SYS_PAYMENT_ID: payment.id,
      LMI_PAID_AMOUNT: payment.amount,
      LMI_PAID_CURRENCY: payment.currency,
    };
    const LMI_HASH = noticeHash(new Map(Object.entries(fields)), site.secret, site.hash);
    return [formCallback(payment.noticesTo, { ...fields, LMI_HASH })];
  };

  const oldRest = (method: string, query: URLSearchParams): DoubleAnswer => {
    const [login, nonce, hash] = ['login', 'nonce', 'hash'].map((name) => query.get(name) ?? '');
    const params = [...query]
      .filter(([name]) => !['login', 'nonce', 'hash'].includes(name))
      .map(([, value]) => value);
    if (login !== site.restLogin) return jsonAnswer({ ErrorCode: -6 });
    if (hash !== restHash(site.restLogin, site.restPassword, nonce ?? '', params))
      return jsonAnswer({ ErrorCode: -7 });
    const id = query.get('paymentID');
    const payment = [...payments.values()].find(
      (one) => one.id === id || one.reference === query.get('invoiceID'),
    );
    if (method === 'refundPayment') {
      if (!payment?.paid) return jsonAnswer({ ErrorCode: -11 });
      return jsonAnswer({
        ErrorCode: 0,
        Refund: { RefundID: 900_001, State: 'SUCCESS', Amount: query.get('amount') },
      });
    }
    if (!payment) return jsonAnswer({ ErrorCode: -13 });
    const Payment = {
      PaymentID: Number(payment.id),
      State: payment.paid ? 'COMPLETE' : 'INITIATED',
      Amount: Number(payment.amount),
      CurrencyCode: payment.currency,
      SiteInvoiceID: payment.reference,
      IsTestPayment: false,
    };
    return jsonAnswer({ ErrorCode: 0, Payment });
  };

  const newRest = (request: DoubleRequest): DoubleAnswer => {
    if (request.headers.authorization !== `Bearer ${rest.token}`) return problem(401, 'not_authorized');
    const [, kind, id = ''] = /^\/api\/v2\/(invoices|payments|refunds)\/?([^/]*)$/.exec(request.path) ?? [];
    if (request.method === 'GET') {
      const payment = payments.get(id);
      const found = kind === 'refunds' ? refunds.get(id) : payment && restPayment(payment);
      return found ? jsonAnswer(found) : problem(404, 'not_found');
    }
    const key = request.headers['idempotency-key'];
    const body = request.body.toString();
    if (!key) return problem(400, 'validation_error');
    const before = answered.get(key);
    if (before) return before.body === body ? before.answer : problem(409, 'idempotency_key_violation');
    const asked = JSON.parse(body);
    const answer = kind === 'refunds' ? refund(asked) : invoice(asked);
    if (answer.status === 200) answered.set(key, { body, answer });
    return answer;
  };

  const invoice = ({ merchantId, amount, protocol, invoice: bill }: AskedInvoice): DoubleAnswer => {
    if (merchantId !== rest.merchantId) return problem(400, 'validation_error');
    if (typeof amount?.value !== 'number' || !bill?.description) return problem(400, 'validation_error');
    const payment = add({
      reference: bill.orderNo ?? '',
      amount: amount.value.toFixed(2),
      currency: amount.currency ?? '',
      noticesTo: protocol?.callbackUrl ?? '',
      back: protocol?.returnUrl ?? '',
      by: 'rest',
    });
    return jsonAnswer({ paymentId: payment.id, url: `https://paymaster.ru/payment/pay/${payment.id}` });
  };

  const refund = (asked: { paymentId?: string }): DoubleAnswer => {
    const payment = payments.get(asked.paymentId ?? '');
    if (!payment?.paid) return problem(400, 'invalid_operation');
    const made = { id: `R${refunds.size + 1}`, status: 'Success' };
    refunds.set(made.id, made);
    return jsonAnswer(made);
  };

  const page = (request: DoubleRequest): DoubleAnswer => {
    const sent = sentFields(request);
    const id = /^\/payment\/pay\/(\d+)$/.exec(request.path)?.[1] ?? sent.id ?? '';
    const payment = request.path === '/payment/init' ? fromForm(sent) : payments.get(id);
    if (!payment) return hostedPage('PayMaster', ['There is no such payment.'], []);
    if (sent.id === payment.id)
      return { status: 303, headers: { location: payment.back }, body: '', callbacks: pay(payment) };
    const action = `${request.baseUrl}/payment/pay/${payment.id}`;
    const title = `PayMaster: ${payment.amount} ${payment.currency}`;
    return hostedPage(title, [], [{ text: 'Pay', action, fields: { id: payment.id } }]);
  };

  const fromForm = (sent: Record<string, string>): Payment | null => {
    if (sent.LMI_MERCHANT_ID !== site.merchantId) return null;
    const [amount, currency] = [sent.LMI_PAYMENT_AMOUNT ?? '', sent.LMI_CURRENCY ?? ''];
    const [noticesTo, back] = [sent.LMI_PAYMENT_NOTIFICATION_URL ?? '', sent.LMI_SUCCESS_URL ?? ''];
    return add({ reference: sent.LMI_PAYMENT_NO ?? '', amount, currency, noticesTo, back, by: 'form' });
  };

  return {
    code: 'paymaster',
    hosts: ['paymaster.ru'],
    handle(request) {
      const old = /^\/api\/v1\/(\w+)$/.exec(request.path)?.[1];
      if (old) return oldRest(old, request.query);
      return request.path.startsWith('/api/v2/') ? newRest(request) : page(request);
    },
    pay({ reference, amount }) {
      const known = [...payments.values()].find((one) => one.reference === reference);
      // A form is opened by a browser, which tests have none of.
      const opened = {
        reference,
        amount: '1500.00',
        currency: 'RUB',
        noticesTo: '',
        back: '',
        by: 'form',
      } as const;
      return known || /^\d+$/.test(reference) ? pay(known ?? add(opened), amount) : null;
    },
    holds: () => [...payments.values()],
  };
}

function restPayment({ id, amount, currency, paid, reference }: Payment): object {
  return {
    id,
    merchantId: rest.merchantId,
    testMode: false,
    status: paid ? 'Settled' : 'Pending',
    amount: { value: Number(amount), currency },
    invoice: { description: 'Order', orderNo: reference },
  };
}

function problem(status: number, code: string): DoubleAnswer {
  return jsonAnswer({ code, message: code, errors: [] }, status);
}
