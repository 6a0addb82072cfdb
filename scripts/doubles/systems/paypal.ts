import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  hostedPage,
  jsonAnswer,
  sentFields,
} from '@/scripts/doubles/double';

type Json = Record<string, unknown>;
type Order = { json: Json & { id: string; status: string }; returnUrl: string; customId: string };

const sample = { clientId: 'paypal-client-id', clientSecret: 'paypal-client-secret' };
const token = 'A21-sample-access-token';

/**
 * Orders, captures, refunds and payouts of PayPal. The webhook's address is told by POST /_cabinet/webhook; its
 * notices carry the headers, and a signature of nobody.
 */
export function paypalDouble(known = sample): Double {
  const orders = new Map<string, Order>();
  const refunds = new Map<string, Json>();
  const batches = new Map<string, Json>();
  const answers = new Map<string, DoubleAnswer>();
  let webhook: string | null = null;

  const handle = (request: DoubleRequest): DoubleAnswer => {
    const { path, method, headers } = request;
    if (path === '/_cabinet/webhook') {
      webhook = sentFields(request).url ?? null;
      return jsonAnswer({});
    }
    if (path === '/checkoutnow') return checkout(request);
    if (path === '/v1/oauth2/token') return signIn(request);
    if (headers.authorization !== `Bearer ${token}`)
      return problem(401, 'AUTHENTICATION_FAILURE', 'Authentication failed');
    if (method === 'GET') return asked(path);
    const key = `${path}:${headers['paypal-request-id'] ?? ''}`;
    const before = headers['paypal-request-id'] ? answers.get(key) : undefined;
    const answer = before ?? done(path, JSON.parse(request.body.toString() || '{}'));
    if (answer.status < 300) answers.set(key, answer);
    return answer;
  };

  const signIn = (request: DoubleRequest): DoubleAnswer => {
    const basic = Buffer.from(`${known.clientId}:${known.clientSecret}`).toString('base64');
    const isRight = request.headers.authorization === `Basic ${basic}`;
    if (!isRight || sentFields(request).grant_type !== 'client_credentials')
      return jsonAnswer({ error: 'invalid_client', error_description: 'Client Authentication failed' }, 401);
    return jsonAnswer({ access_token: token, token_type: 'Bearer', expires_in: 32_400 });
  };

  const done = (path: string, body: Json): DoubleAnswer => {
    if (path === '/v2/checkout/orders') return create(body);
    if (path === '/v1/payments/payouts') return payout(body);
    const order = orders.get(/^\/v2\/checkout\/orders\/(\w+)\/capture$/.exec(path)?.[1] ?? '');
    if (order) return capture(order);
    const captureId = /^\/v2\/payments\/captures\/(\w+)\/refund$/.exec(path)?.[1];
    return captureId ? refund(captureId, body) : problem(404, 'RESOURCE_NOT_FOUND', 'no such resource');
  };

  const create = (body: Json): DoubleAnswer => {
    const wish = JSON.parse(JSON.stringify(body));
    const [unit] = wish.purchase_units ?? [];
    if (wish.intent !== 'CAPTURE' || !/^\d+(\.\d{2})?$/.test(unit?.amount?.value ?? ''))
      return problem(400, 'INVALID_REQUEST', 'Request is not well-formed');
    const id = `5O${String(orders.size + 1).padStart(15, '0')}`;
    const href = `https://www.paypal.com/checkoutnow?token=${id}`;
    const json = {
      id,
      status: 'PAYER_ACTION_REQUIRED',
      purchase_units: [unit],
      links: [{ rel: 'payer-action', href, method: 'GET' }],
    };
    const returnUrl = wish.payment_source?.paypal?.experience_context?.return_url ?? '/';
    orders.set(id, { json, returnUrl, customId: unit.custom_id });
    return jsonAnswer(json);
  };

  const capture = ({ json }: Order): DoubleAnswer => {
    if (json.status !== 'APPROVED')
      return problem(422, 'ORDER_NOT_APPROVED', 'Payer has not approved the order');
    const [unit] = JSON.parse(JSON.stringify(json.purchase_units));
    const { value, currency_code } = unit.amount;
    const net = { value: (Number(value) * 0.96).toFixed(2), currency_code };
    const made = {
      id: `3C${json.id.slice(2)}`,
      status: 'COMPLETED',
      amount: unit.amount,
      seller_receivable_breakdown: { gross_amount: unit.amount, net_amount: net },
    };
    Object.assign(json, {
      status: 'COMPLETED',
      purchase_units: [{ ...unit, payments: { captures: [made] } }],
    });
    return jsonAnswer(json, 201);
  };

  const refund = (captureId: string, body: Json): DoubleAnswer => {
    const isPaid = [...orders.values()].some(
      ({ json }) => json.status === 'COMPLETED' && captureId === `3C${json.id.slice(2)}`,
    );
    if (!isPaid) return problem(404, 'RESOURCE_NOT_FOUND', 'no such capture');
    const id = `1R${String(refunds.size + 1).padStart(15, '0')}`;
    const made = { id, status: 'COMPLETED', amount: body.amount, custom_id: body.custom_id };
    refunds.set(id, made);
    return jsonAnswer(made, 201);
  };

  const payout = (body: Json): DoubleAnswer => {
    const wish = JSON.parse(JSON.stringify(body));
    const [item] = wish.items ?? [];
    const same = [...batches.values()].some(
      ({ sender }) => sender === wish.sender_batch_header?.sender_batch_id,
    );
    if (same) return problem(400, 'USER_BUSINESS_ERROR', 'Batch with given sender_batch_id already exists');
    if (!item?.receiver || !/^\d+(\.\d{2})?$/.test(item.amount?.value ?? ''))
      return problem(400, 'VALIDATION_ERROR', 'Invalid request');
    const id = `B${String(batches.size + 1).padStart(12, '0')}`;
    const sender_batch_header = { sender_batch_id: wish.sender_batch_header.sender_batch_id };
    const header = { payout_batch_id: id, batch_status: 'SUCCESS', sender_batch_header };
    const fee = { currency: item.amount.currency, value: '0.25' };
    const made = {
      payout_item_fee: fee,
      transaction_status: 'SUCCESS',
      transaction_id: `T${id}`,
      payout_item: item,
    };
    batches.set(id, {
      batch_header: header,
      items: [made],
      sender: wish.sender_batch_header.sender_batch_id,
    });
    return jsonAnswer({ batch_header: { ...header, batch_status: 'PENDING' } }, 201);
  };

  const asked = (path: string): DoubleAnswer => {
    const id = path.split('/').pop() ?? '';
    const found = path.startsWith('/v2/checkout/orders/')
      ? orders.get(id)?.json
      : (refunds.get(id) ?? batches.get(id));
    return found ? jsonAnswer(found) : problem(404, 'RESOURCE_NOT_FOUND', 'no such resource');
  };

  const checkout = (request: DoubleRequest): DoubleAnswer => {
    const order = orders.get(request.query.get('token') ?? '');
    if (!order) return problem(404, 'RESOURCE_NOT_FOUND', 'no such order');
    if (request.method === 'GET') return hostedPage('PayPal', [order.json.id], [{ text: 'Pay', action: '' }]);
    return { status: 303, headers: { location: order.returnUrl }, body: '', callbacks: approve(order) };
  };

  const approve = ({ json }: Order): DoubleCallback[] => {
    json.status = 'APPROVED';
    json.payer = { email_address: 'buyer@kantor.test', name: { given_name: 'Jane', surname: 'Buyer' } };
    if (!webhook) return [];
    const body = JSON.stringify({
      id: `WH-${json.id}`,
      event_type: 'CHECKOUT.ORDER.APPROVED',
      resource: { id: json.id },
    });
    return [{ url: webhook, method: 'POST', headers: paypalHeaders('A'.repeat(344)), body }];
  };

  return {
    code: 'paypal',
    hosts: ['api-m.paypal.com', 'api-m.sandbox.paypal.com', 'www.paypal.com'],
    handle,
    pay({ reference }) {
      const order = [...orders.values()].find(({ json, customId }) =>
        [json.id, customId].includes(reference),
      );
      return order ? approve(order) : null;
    },
    holds: () => ({ orders: [...orders.values()].map(({ json }) => json), batches: [...batches.values()] }),
  };
}

/** The headers of a webhook with that signature. */
export function paypalHeaders(signature: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'paypal-transmission-id': '69cd13f0-d67a-11e5-baa3-778b53f4ae55',
    'paypal-transmission-time': '2026-09-01T12:00:00Z',
    'paypal-transmission-sig': signature,
    'paypal-cert-url': 'https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-1d93a270',
    'paypal-auth-algo': 'SHA256withRSA',
  };
}

function problem(status: number, name: string, message: string): DoubleAnswer {
  return jsonAnswer({ name, message, debug_id: 'd0' }, status);
}
