import { ipnSignature } from '@/lib/payments/systems/nowpayments/client';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  jsonAnswer,
} from '@/scripts/doubles/double';

type Payment = Record<string, string | number | null>;

const sample = {
  apiKey: 'NP-API-KEY-0001',
  ipnSecret: 'np-ipn-secret',
  email: 'office@kantor.test',
  password: 'np-password',
  /** Codes it takes; none: any six digits. */
  code: null as string | null,
};

/** Payments, batches of payouts and balances. A batch stays WAITING until its code was given. */
export function nowpaymentsDouble(over: Partial<typeof sample> = {}): Double {
  const known = { ...sample, ...over };
  const payments = new Map<string, Payment>();
  const batches = new Map<string, { status: string; withdrawal: Record<string, unknown> }>();

  const handle = (request: DoubleRequest): DoubleAnswer => {
    if (request.headers['x-api-key'] !== known.apiKey && request.path !== '/v1/auth')
      return problem(403, 'INVALID_API_KEY', 'Invalid api key');
    const [, , first = '', second = '', third] = request.path.split('/');
    const id = decodeURIComponent(second);
    if (request.method === 'GET') return asked(first, id);
    if (first === 'auth') return signIn(request);
    if (first === 'payment') return createPayment(request);
    if (request.headers.authorization !== 'Bearer np-token')
      return problem(401, 'AUTH_REQUIRED', 'Bearer needed');
    if (first === 'payout' && third === 'verify') return verify(request, id);
    if (first === 'payout') return createBatch(request);
    return problem(404, 'NOT_FOUND', 'no such path');
  };

  const signIn = ({ body }: DoubleRequest): DoubleAnswer => {
    const { email, password } = JSON.parse(body.toString());
    return email === known.email && password === known.password
      ? jsonAnswer({ token: 'np-token' })
      : problem(403, 'ACCESS_DENIED', 'Wrong credentials');
  };

  const createPayment = ({ body }: DoubleRequest): DoubleAnswer => {
    const { price_amount, price_currency, pay_currency, order_id, ipn_callback_url } = JSON.parse(
      body.toString(),
    );
    if (typeof price_amount !== 'number' || price_amount <= 0 || price_currency !== pay_currency)
      return problem(400, 'INVALID_REQUEST_PARAMS', 'price_amount must be a number');
    const payment_id = String(5_077_125_051 + payments.size);
    const made: Payment = {
      payment_id,
      payment_status: 'waiting',
      pay_address: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
      price_amount,
      price_currency,
      pay_amount: price_amount,
      pay_currency,
      order_id,
      payin_extra_id: null,
      ipn_callback_url,
    };
    payments.set(payment_id, made);
    return jsonAnswer(made, 201);
  };

  const createBatch = ({ body }: DoubleRequest): DoubleAnswer => {
    const { withdrawals } = JSON.parse(body.toString());
    const [one] = withdrawals;
    if (withdrawals.length !== 1 || typeof one.amount !== 'number' || !one.address || !one.currency)
      return problem(400, 'BAD_CREATE_WITHDRAWAL_REQUEST', 'Invalid withdrawal');
    const id = String(5_000_000_001 + batches.size);
    const withdrawal = { ...one, id: `${id}1`, batch_withdrawal_id: id };
    batches.set(id, { status: 'WAITING', withdrawal });
    return jsonAnswer(batch(id));
  };

  const verify = ({ body }: DoubleRequest, id: string): DoubleAnswer => {
    const { verification_code: code } = JSON.parse(body.toString());
    const found = batches.get(id);
    if (!found || !/^\d{6}$/.test(code) || (known.code !== null && code !== known.code))
      return problem(400, 'INVALID_CODE', 'Wrong verification code');
    found.status = 'FINISHED';
    Object.assign(found.withdrawal, { hash: 'ab12cd34' });
    return jsonAnswer('OK');
  };

  const asked = (collection: string, id: string): DoubleAnswer => {
    if (collection === 'balance')
      return jsonAnswer({
        usdttrc20: { amount: 12_345.678901, pendingAmount: 0 },
        btc: { amount: 5e-7, pendingAmount: 0 },
      });
    const found = collection === 'payment' ? payments.get(id) : batches.has(id) ? batch(id) : undefined;
    return found ? jsonAnswer(found) : problem(404, 'NOT_FOUND', `${collection} not found`);
  };

  const batch = (id: string) => {
    const found = batches.get(id);
    return { id, withdrawals: [{ ...found?.withdrawal, status: found?.status }] };
  };

  return {
    code: 'nowpayments',
    hosts: ['api.nowpayments.io', 'api-sandbox.nowpayments.io'],
    handle,
    pay({ reference, amount }) {
      const found = [...payments.values()].findLast(({ payment_id, order_id }) =>
        [payment_id, order_id].includes(reference),
      );
      if (!found) return null;
      const paid = amount === undefined ? Number(found.pay_amount) : Number(amount);
      const payment_status = paid < Number(found.pay_amount) ? 'partially_paid' : 'finished';
      Object.assign(found, { actually_paid: paid, payment_status });
      return [ipn(found, known.ipnSecret)];
    },
    holds: () => ({ payments: [...payments.values()], batches: [...batches.keys()].map(batch) }),
  };
}

function ipn({ ipn_callback_url: url, ...told }: Payment, secret: string): DoubleCallback {
  const body = JSON.stringify(told);
  return {
    url: String(url),
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-nowpayments-sig': ipnSignature(body, secret) ?? '' },
    body,
  };
}

function problem(statusCode: number, code: string, message: string): DoubleAnswer {
  return jsonAnswer({ status: false, statusCode, code, message }, statusCode);
}
