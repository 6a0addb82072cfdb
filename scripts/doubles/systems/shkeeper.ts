import { shkeeperSignature } from '@/lib/payments/systems/shkeeper/client';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  jsonAnswer,
} from '@/scripts/doubles/double';

type Invoice = {
  id: number;
  external_id: string;
  callback_url: string;
  coin: string;
  amount_fiat: string;
  addr: string;
  txs: { txid: string; amount: string; crypto: string; status: string }[];
};

const sample = {
  host: 'shkeeper.example',
  apiKey: 'shk-api-key',
  username: 'admin',
  password: 'shk-password',
};
const coins = ['BTC', 'LTC', 'ETH', 'USDT'];

/** Invoices, payouts and balances of one server. The rate is 2 dollars a coin; payouts succeed when asked about. */
export function shkeeperDouble(known = sample): Double {
  const invoices = new Map<string, Invoice>();
  const tasks = new Map<string, { asked: number; json: Record<string, unknown>; externalId: string }>();

  const handle = (request: DoubleRequest): DoubleAnswer => {
    const [, , , coin = '', verb = '', id = ''] = request.path.split('/');
    const basic = Buffer.from(`${known.username}:${known.password}`).toString('base64');
    const isSignedIn = request.headers.authorization === `Basic ${basic}`;
    if (verb === 'task' || (verb === 'payout' && request.method === 'POST')) {
      if (!isSignedIn) return jsonAnswer({ status: 'error', message: 'Unauthorized' }, 401);
      return verb === 'task' ? task(id) : payout(request, coin);
    }
    if (request.headers['x-shkeeper-api-key'] !== known.apiKey) return saysNo('Bad API key');
    if (coin === 'crypto') return jsonAnswer(coins.map((name) => ({ name, amount_crypto: '1.2345' })));
    if (coin === 'invoices')
      return jsonAnswer({ status: 'success', invoices: shown(decodeURIComponent(verb)) });
    if (!coins.includes(coin)) return saysNo(`${coin} payment gateway is unavailable`);
    switch (verb) {
      case 'quote':
        return jsonAnswer({ status: 'success', crypto_amount: '50', exchange_rate: '2.00' });
      case 'payment_request':
        return create(request, coin);
      case 'balance':
        return jsonAnswer({ name: coin, amount_crypto: '0.0213590094', fiat: 'USD' });
      case 'payout':
        return status(request.query.get('external_id') ?? '');
      default:
        return jsonAnswer({ message: 'not found' }, 404);
    }
  };

  const create = ({ body }: DoubleRequest, coin: string): DoubleAnswer => {
    const { external_id, fiat, amount, callback_url } = JSON.parse(body.toString());
    if (!external_id || fiat !== 'USD' || !/^\d+\.\d{2}$/.test(amount) || !callback_url)
      return saysNo('Failed to create invoice');
    const key = `${external_id} ${callback_url}`;
    const id = invoices.get(key)?.id ?? invoices.size + 1;
    const addr = `bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4`;
    const made = {
      id,
      external_id,
      callback_url,
      coin,
      amount_fiat: amount,
      addr,
      txs: invoices.get(key)?.txs ?? [],
    };
    invoices.set(key, made);
    const amountCoins = (Number(amount) / 2).toFixed(8);
    return jsonAnswer({ status: 'success', id, wallet: addr, amount: amountCoins, exchange_rate: '2.00' });
  };

  const payout = ({ body }: DoubleRequest, coin: string): DoubleAnswer => {
    const { amount, destination, fee, external_id } = JSON.parse(body.toString());
    if (!/^\d+(\.\d+)?$/.test(amount) || !destination || !fee) return saysNo('parameters are missing');
    if ([...tasks.values()].some(({ externalId }) => externalId === external_id))
      return jsonAnswer({ status: 'error', message: 'Payout with this external_id already exists' }, 500);
    const task_id = `b2a01bb0-8abe-403b-a3fa-${String(tasks.size + 1).padStart(12, '0')}`;
    const result = [
      { amount, dest: destination, status: 'success', txids: [`tx-${coin}-${tasks.size + 1}`] },
    ];
    tasks.set(task_id, { asked: 0, json: { result, status: 'SUCCESS' }, externalId: external_id });
    return jsonAnswer({ task_id, external_id });
  };

  const task = (id: string): DoubleAnswer => {
    const found = tasks.get(id);
    if (!found) return jsonAnswer({ result: null, status: 'UNKNOWN' });
    found.asked += 1;
    return jsonAnswer(found.asked > 1 ? found.json : { result: null, status: 'PENDING' });
  };

  const status = (externalId: string): DoubleAnswer => {
    const found = [...tasks.values()].find((one) => one.externalId === externalId);
    return found
      ? jsonAnswer({ id: 1, external_id: externalId, status: 'SUCCESS', txid: 'tx-1' })
      : jsonAnswer({ error: 'Payout not found' }, 404);
  };

  const shown = (externalId: string) =>
    [...invoices.values()]
      .filter(({ external_id }) => external_id === externalId)
      .map((one) => ({ ...one, fiat: 'USD', balance_fiat: fiatOf(one), status: statusOf(one) }));

  return {
    code: 'shkeeper',
    hosts: [known.host],
    handle,
    pay({ reference, amount }) {
      const found = [...invoices.values()].find((one) => [one.external_id, one.addr].includes(reference));
      if (!found) return null;
      const coinsPaid = amount ?? (Number(found.amount_fiat) / 2).toFixed(8);
      found.txs.push({
        txid: `tx${found.txs.length + 1}`,
        amount: coinsPaid,
        crypto: found.coin,
        status: 'CONFIRMED',
      });
      return [notice(found, known.apiKey)];
    },
    holds: () => ({ invoices: [...invoices.values()], tasks: [...tasks.entries()] }),
  };
}

function fiatOf({ txs }: Invoice): string {
  return String(txs.reduce((sum, { amount }) => sum + Number(amount) * 2, 0));
}

function statusOf(invoice: Invoice): string {
  const [came, owed] = [Number(fiatOf(invoice)), Number(invoice.amount_fiat)];
  if (came === 0) return 'UNPAID';
  return came < owed ? 'PARTIAL' : came > owed * 1.05 ? 'OVERPAID' : 'PAID';
}

function notice(invoice: Invoice, apiKey: string): DoubleCallback {
  const body = JSON.stringify({
    external_id: invoice.external_id,
    crypto: invoice.coin,
    addr: invoice.addr,
    fiat: 'USD',
    balance_fiat: fiatOf(invoice),
    status: statusOf(invoice),
    transactions: invoice.txs.map(({ txid, amount, crypto }, index) => ({
      txid,
      amount_crypto: amount,
      crypto,
      trigger: index === invoice.txs.length - 1,
    })),
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  return {
    url: invoice.callback_url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shkeeper-timestamp': timestamp,
      'x-shkeeper-signature': shkeeperSignature(timestamp, body, apiKey),
    },
    body,
  };
}

function saysNo(message: string): DoubleAnswer {
  return jsonAnswer({ status: 'error', message });
}
