import { stripeSignature } from '@/lib/payments/systems/stripe/client';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  hostedPage,
  jsonAnswer,
  sentFields,
} from '@/scripts/doubles/double';

type Session = { fields: Record<string, string>; json: Record<string, unknown> };

const keys = { secretKey: 'sk_live_51sampleKey0001', webhookSecret: 'whsec_sampleSecret0001' };

/** Checkout sessions, refunds and the balance of Stripe. The webhook's address is told by POST /_cabinet/webhook. */
export function stripeDouble(settings = keys): Double {
  const sessions = new Map<string, Session>();
  const refunds = new Map<string, Record<string, unknown>>();
  const answers = new Map<string, { body: string; answer: DoubleAnswer }>();
  let webhook: string | null = null;

  const handle = (request: DoubleRequest): DoubleAnswer => {
    if (request.path === '/_cabinet/webhook') {
      webhook = sentFields(request).url ?? null;
      return jsonAnswer({});
    }
    const page = /^\/c\/pay\/(cs_\w+)$/.exec(request.path)?.[1];
    if (request.host === 'checkout.stripe.com' && page) return checkout(request, page);
    if (request.headers.authorization !== `Bearer ${settings.secretKey}`)
      return problem(401, 'invalid_request_error', 'Invalid API Key provided');
    if (request.method !== 'POST') return asked(request);
    const key = request.headers['idempotency-key'];
    if (!key) return problem(400, 'invalid_request_error', 'no idempotency key');
    const known = answers.get(key);
    const body = request.body.toString();
    if (known)
      return known.body === body ? known.answer : problem(400, 'idempotency_error', 'other parameters');
    const answer = request.path === '/v1/refunds' ? refund(sentFields(request)) : create(request);
    if (answer.status === 200) answers.set(key, { body, answer });
    return answer;
  };

  const create = (request: DoubleRequest): DoubleAnswer => {
    if (request.path !== '/v1/checkout/sessions')
      return problem(404, 'invalid_request_error', 'no such path');
    const fields = sentFields(request);
    const units = fields['line_items[0][price_data][unit_amount]'] ?? '';
    const currency = fields['line_items[0][price_data][currency]'] ?? '';
    if (fields.mode !== 'payment' || !/^[1-9]\d*$/.test(units) || !/^[a-z]{3}$/.test(currency))
      return problem(400, 'invalid_request_error', 'Invalid integer or currency');
    const id = `cs_live_${String(sessions.size + 1).padStart(8, '0')}`;
    const json = {
      id,
      object: 'checkout.session',
      livemode: settings.secretKey.startsWith('sk_live_'),
      status: 'open',
      payment_status: 'unpaid',
      amount_total: Number(units),
      currency,
      client_reference_id: fields.client_reference_id,
      metadata: { payment_id: fields['metadata[payment_id]'] },
      customer_details: null,
      payment_intent: null,
      url: `https://checkout.stripe.com/c/pay/${id}`,
    };
    sessions.set(id, { fields, json });
    return jsonAnswer(json);
  };

  const refund = (fields: Record<string, string>): DoubleAnswer => {
    const paid = [...sessions.values()].some(({ json }) => intentId(json) === fields.payment_intent);
    if (!paid) return problem(404, 'invalid_request_error', 'No such payment_intent');
    const id = `re_${String(refunds.size + 1).padStart(8, '0')}`;
    const made = {
      id,
      object: 'refund',
      status: 'succeeded',
      amount: Number(fields.amount),
      payment_intent: fields.payment_intent,
      metadata: { refund_id: fields['metadata[refund_id]'] },
    };
    refunds.set(id, made);
    return jsonAnswer(made);
  };

  const asked = ({ path, query }: DoubleRequest): DoubleAnswer => {
    const [, , collection, id = ''] = path.replace('/checkout/sessions', '/sessions').split('/');
    if (collection === 'balance')
      return jsonAnswer({ object: 'balance', available: [{ currency: 'usd', amount: 1_234_500 }] });
    if (collection === 'refunds' && id === '') {
      const data = [...refunds.values()].filter((one) => one.payment_intent === query.get('payment_intent'));
      return jsonAnswer({ object: 'list', data, has_more: false });
    }
    const found = collection === 'refunds' ? refunds.get(id) : sessions.get(id)?.json;
    return found ? jsonAnswer(found) : problem(404, 'invalid_request_error', `No such object: ${id}`);
  };

  const checkout = (request: DoubleRequest, id: string): DoubleAnswer => {
    const session = sessions.get(id);
    if (!session) return problem(404, 'invalid_request_error', 'no such session');
    if (request.method === 'GET')
      return hostedPage('Stripe', [JSON.stringify(session.json.amount_total)], [{ text: 'Pay', action: '' }]);
    const callbacks = paid(session);
    return { status: 303, headers: { location: session.fields.success_url ?? '/' }, body: '', callbacks };
  };

  const paid = ({ json }: Session): DoubleCallback[] => {
    const intent = `pi_${String(json.id).slice(-8)}`;
    const booked = { currency: json.currency, net: Math.floor(Number(json.amount_total) * 0.97) };
    Object.assign(json, {
      status: 'complete',
      payment_status: 'paid',
      customer_details: { name: 'Jane Buyer', email: 'buyer@kantor.test' },
      payment_intent: {
        id: intent,
        object: 'payment_intent',
        latest_charge: { balance_transaction: booked },
      },
    });
    if (!webhook) return [];
    const subject = { ...json, payment_intent: intent };
    return [stripeNotice(webhook, subject, settings.webhookSecret, `evt_${String(json.id).slice(-8)}`)];
  };

  return {
    code: 'stripe',
    hosts: ['api.stripe.com', 'checkout.stripe.com'],
    handle,
    pay({ reference }) {
      const session = [...sessions.values()].find(
        ({ json, fields }) => json.id === reference || fields.client_reference_id === reference,
      );
      return session ? paid(session) : null;
    },
    holds: () => ({
      sessions: [...sessions.values()].map(({ json }) => json),
      refunds: [...refunds.values()],
    }),
  };
}

/** The notice of a completed session, signed at the present time. */
function stripeNotice(
  url: string,
  subject: Record<string, unknown>,
  secret: string,
  id: string,
): DoubleCallback {
  const body = JSON.stringify({
    id,
    object: 'event',
    type: 'checkout.session.completed',
    livemode: subject.livemode,
    data: { object: subject },
  });
  const time = String(Math.floor(Date.now() / 1000));
  return {
    url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': `t=${time},v1=${stripeSignature(time, body, secret)}`,
    },
    body,
  };
}

function intentId({ payment_intent: intent }: Record<string, unknown>): unknown {
  return typeof intent === 'object' && intent !== null && 'id' in intent ? intent.id : intent;
}

function problem(status: number, type: string, message: string): DoubleAnswer {
  return jsonAnswer({ error: { type, message } }, status);
}
