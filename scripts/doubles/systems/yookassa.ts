import { basicAuth } from '@/lib/payments/systems/yookassa/client';
import { yookassaSample as shop } from '@/lib/payments/systems/yookassa/sample';
import { cabinet } from '@/scripts/doubles/cabinet';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  hostedPage,
  jsonAnswer,
  sentFields,
} from '@/scripts/doubles/double';

type Amount = { value: string; currency: string };
type Thing = { id: string; status: string; amount: Amount; metadata?: Record<string, string> } & Record<
  string,
  unknown
>;

/** YooKassa: payments with their page, refunds, payouts. */
export function yookassaDouble(): Double {
  const office = cabinet();
  const things = {
    payments: new Map<string, Thing>(),
    refunds: new Map<string, Thing>(),
    payouts: new Map<string, Thing>(),
  };
  const known = new Map<string, { body: string; answer: DoubleAnswer }>();

  const notify = (event: string, object: Thing): DoubleCallback => ({
    url: office.noticesTo(),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'notification', event, object }),
  });

  const pay = (payment: Thing, amount = payment.amount.value): DoubleCallback[] => {
    Object.assign(payment, {
      status: 'succeeded',
      paid: true,
      amount: { ...payment.amount, value: amount },
      captured_at: '2026-09-01T12:00:00.000Z',
      payment_method: { type: 'bank_card', card: { first6: '220000', last4: '4444' } },
    });
    return [notify('payment.succeeded', payment)];
  };

  const create = (kind: keyof typeof things, request: DoubleRequest): DoubleAnswer => {
    const asked = JSON.parse(request.body.toString());
    const { value, currency }: Partial<Amount> = asked.amount ?? {};
    if (!/^\d+\.\d\d$/.test(value ?? '') || !currency) return problem(400, 'invalid_request', 'amount');
    const id = `2b${kind.length}d6d597-000f-5000-9000-${String(things[kind].size + 1).padStart(12, '0')}`;
    const base = { id, amount: asked.amount, metadata: asked.metadata, description: asked.description };
    if (kind === 'payments') {
      const confirmation_url = `https://yookassa.ru/checkout/contract?orderId=${id}`;
      const thing = {
        ...base,
        status: 'pending',
        paid: false,
        test: false,
        recipient: { account_id: shop.shopId },
        confirmation: { type: 'redirect', confirmation_url, return_url: asked.confirmation?.return_url },
      };
      things.payments.set(id, thing);
      return jsonAnswer(thing);
    }
    if (kind === 'refunds' && things.payments.get(asked.payment_id)?.status !== 'succeeded')
      return problem(404, 'not_found', 'payment_id');
    const thing = { ...base, status: 'succeeded', payment_id: asked.payment_id };
    things[kind].set(id, thing);
    const event = kind === 'refunds' ? 'refund.succeeded' : 'payout.succeeded';
    return { ...jsonAnswer(thing), callbacks: [notify(event, thing)] };
  };

  const call = (request: DoubleRequest): DoubleAnswer => {
    const [, kind, id] = /^\/v3\/(payments|refunds|payouts)(?:\/([^/]+))?$/.exec(request.path) ?? [];
    if (kind !== 'payments' && kind !== 'refunds' && kind !== 'payouts')
      return problem(404, 'not_found', 'path');
    const right =
      kind === 'payouts'
        ? basicAuth(shop.payoutAgentId, shop.payoutSecretKey)
        : basicAuth(shop.shopId, shop.secretKey);
    if (request.headers.authorization !== right) return problem(401, 'invalid_credentials', 'authorization');
    if (request.method === 'GET') {
      const found = things[kind].get(id ?? '');
      return found ? jsonAnswer(found) : problem(404, 'not_found', `${kind} ${id}`);
    }
    const key = request.headers['idempotence-key'];
    if (!key) return problem(400, 'invalid_request', 'Idempotence-Key');
    const body = request.body.toString();
    const before = known.get(`${kind}:${key}`);
    if (before)
      return before.body === body ? before.answer : problem(400, 'invalid_request', 'Idempotence-Key');
    const answer = create(kind, request);
    if (answer.status === 200) known.set(`${kind}:${key}`, { body, answer: { ...answer, callbacks: [] } });
    return answer;
  };

  return {
    code: 'yookassa',
    hosts: ['api.yookassa.ru', 'yookassa.ru'],
    handle(request) {
      const set = office.take(request);
      if (set) return set;
      if (request.host === 'api.yookassa.ru' && !request.path.startsWith('/checkout')) return call(request);
      const id = request.query.get('orderId') ?? sentFields(request).orderId ?? '';
      const payment = things.payments.get(id);
      if (!payment) return hostedPage('YooKassa', ['There is no such payment.'], []);
      if (request.method === 'GET')
        return hostedPage(
          `YooKassa: ${payment.amount.value} ${payment.amount.currency}`,
          [],
          [{ text: 'Pay', action: `${request.baseUrl}${request.path}`, fields: { orderId: id } }],
        );
      const confirmation: { return_url?: string } = payment.confirmation ?? {};
      const location = confirmation.return_url ?? '';
      return { status: 303, headers: { location }, body: '', callbacks: pay(payment) };
    },
    pay({ reference, amount }) {
      const payment = [...things.payments.values()].find(
        ({ id, metadata }) => id === reference || metadata?.payment_id === reference,
      );
      return payment ? pay(payment, amount) : null;
    },
    holds: () => [...things.payments.values(), ...things.refunds.values(), ...things.payouts.values()],
  };
}

function problem(status: number, code: string, parameter: string): DoubleAnswer {
  return jsonAnswer({ type: 'error', id: 'double', code, description: code, parameter }, status);
}
