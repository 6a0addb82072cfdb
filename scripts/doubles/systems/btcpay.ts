import { btcpaySignature } from '@/lib/payments/systems/btcpay/client';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  hostedPage,
  jsonAnswer,
  sentFields,
} from '@/scripts/doubles/double';

type Invoice = {
  id: string;
  amount: string;
  currency: string;
  status: string;
  metadata: Record<string, unknown>;
  redirectURL: string;
  paid: string[];
  methodId: string;
};

const sample = {
  host: 'btcpay.example',
  storeId: 'S1',
  apiKey: 'btcpay-api-key',
  webhookSecret: 'btcpay-secret',
};

/** Invoices, payouts and the wallet of one store. The webhook's address is told by POST /_cabinet/webhook. */
export function btcpayDouble(known = sample): Double {
  const invoices = new Map<string, Invoice>();
  const payouts = new Map<string, Record<string, unknown>>();
  let webhook: string | null = null;
  let deliveries = 0;

  const handle = (request: DoubleRequest): DoubleAnswer => {
    const { path, method } = request;
    if (path === '/_cabinet/webhook') {
      webhook = sentFields(request).url ?? null;
      return jsonAnswer({});
    }
    const page = invoices.get(/^\/i\/(\w+)$/.exec(path)?.[1] ?? '');
    if (page) return checkout(request, page);
    if (request.headers.authorization !== `token ${known.apiKey}`)
      return jsonAnswer({ code: 'unauthenticated', message: 'Authentication is required' }, 401);
    if (path === '/api/v1/api-keys/current') return jsonAnswer({ label: 'Kantor', permissions: [] });
    const [, own = ''] = path.split(`/api/v1/stores/${known.storeId}`);
    if (own === '/invoices') return method === 'POST' ? create(request) : list(request);
    if (own === '/payouts')
      return method === 'POST' ? createPayout(request) : jsonAnswer([...payouts.values()]);
    if (/^\/payment-methods\/[\w-]+\/wallet$/.test(own))
      return jsonAnswer({ balance: '1.50000000', unconfirmedBalance: '0.5', confirmedBalance: '1.00000000' });
    const [, collection, id = '', part] = own.split('/');
    const invoice = collection === 'invoices' ? invoices.get(id) : undefined;
    if (invoice) return jsonAnswer(part === 'payment-methods' ? [paymentMethod(invoice)] : shown(invoice));
    const payout = payouts.get(/^\/api\/v1\/payouts\/(\w+)$/.exec(path)?.[1] ?? '');
    return payout ? jsonAnswer(payout) : jsonAnswer({ code: 'not-found', message: 'not found' }, 404);
  };

  const create = ({ body }: DoubleRequest): DoubleAnswer => {
    const { amount, currency, metadata, checkout: options } = JSON.parse(body.toString());
    if (typeof amount !== 'string' || !/^\d+(\.\d+)?$/.test(amount) || options?.paymentMethods?.length !== 1)
      return jsonAnswer([{ path: 'amount', message: 'The amount is wrong' }], 422);
    const id = `I${invoices.size + 1}`;
    const [methodId] = options.paymentMethods;
    const { redirectURL } = options;
    const made = { id, amount, currency, status: 'New', metadata, redirectURL, paid: [], methodId };
    invoices.set(id, made);
    return jsonAnswer(shown(made));
  };

  const list = ({ query }: DoubleRequest): DoubleAnswer => {
    const orderId = query.get('orderId');
    const found = [...invoices.values()].filter(({ metadata }) => !orderId || metadata.orderId === orderId);
    return jsonAnswer(found.map(shown));
  };

  const createPayout = ({ body }: DoubleRequest): DoubleAnswer => {
    const { destination, amount, payoutMethodId, metadata, approved } = JSON.parse(body.toString());
    if (!destination || !/^\d+(\.\d+)?$/.test(amount) || !payoutMethodId)
      return jsonAnswer([{ path: 'destination', message: 'Invalid destination' }], 422);
    const id = `P${payouts.size + 1}`;
    const state = approved ? 'AwaitingPayment' : 'AwaitingApproval';
    const made = { id, destination, payoutAmount: amount, payoutMethodId, state, metadata };
    payouts.set(id, made);
    return jsonAnswer(made);
  };

  const checkout = (request: DoubleRequest, invoice: Invoice): DoubleAnswer => {
    if (request.method === 'GET')
      return hostedPage('BTCPay', [`${invoice.amount} ${invoice.currency}`], [{ text: 'Pay', action: '' }]);
    const callbacks = pay(invoice, invoice.amount);
    return { status: 303, headers: { location: invoice.redirectURL }, body: '', callbacks };
  };

  const shown = ({ id, amount, currency, status, metadata }: Invoice) => ({
    id,
    storeId: known.storeId,
    amount,
    currency,
    status,
    additionalStatus: 'None',
    metadata,
    checkoutLink: `https://${known.host}/i/${id}`,
  });

  const pay = (invoice: Invoice, amount: string): DoubleCallback[] => {
    invoice.paid.push(amount);
    const isEnough = invoice.paid.reduce((sum, one) => sum + Number(one), 0) >= Number(invoice.amount);
    invoice.status = isEnough ? 'Settled' : 'New';
    if (!webhook) return [];
    deliveries += 1;
    const deliveryId = `D${deliveries}`;
    const type = isEnough ? 'InvoiceSettled' : 'InvoicePaymentSettled';
    return [
      btcpayNotice(webhook, known.webhookSecret, {
        deliveryId,
        originalDeliveryId: deliveryId,
        webhookId: 'W1',
        isRedelivery: false,
        type,
        storeId: known.storeId,
        invoiceId: invoice.id,
        metadata: invoice.metadata,
      }),
    ];
  };

  return {
    code: 'btcpay',
    hosts: [known.host],
    handle,
    pay({ reference, amount }) {
      const found = [...invoices.values()].find(({ id, metadata }) =>
        [id, metadata.orderId].includes(reference),
      );
      return found ? pay(found, amount ?? found.amount) : null;
    },
    holds: () => ({ invoices: [...invoices.values()], payouts: [...payouts.values()] }),
  };
}

function paymentMethod({ methodId, paid, amount }: Invoice) {
  const payments = paid.map((value, index) => ({ id: `tx${index}`, value, fee: '0', status: 'Settled' }));
  return { paymentMethodId: methodId, currency: methodId.split('-')[0], amount, payments };
}

function btcpayNotice(url: string, secret: string, event: Record<string, unknown>): DoubleCallback {
  const body = JSON.stringify(event);
  const headers = { 'content-type': 'application/json', 'btcpay-sig': btcpaySignature(body, secret) };
  return { url, method: 'POST', headers, body };
}
