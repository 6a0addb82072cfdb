import { apiToken, formSignature, statusHash } from '@/lib/payments/systems/volet/signature';
import { escapeXml, parseXml, xmlText } from '@/lib/payments/xml';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  formCallback,
  hostedPage,
  sentFields,
  textAnswer,
} from '@/scripts/doubles/double';

type Fields = Record<string, string>;
type Payment = { fields: Fields; transfer: string | null };

const sample = {
  accountEmail: 'merchant@kantor.test',
  sciName: 'Kantor',
  sciPassword: 'volet-sci-password',
  apiName: 'kantor-api',
  apiPassword: 'volet-api-password',
  /** Whose hour the tokens are of. */
  now: () => new Date(),
};

/** The payment page and the SOAP interface: payments by order, transfers, balances. */
export function voletDouble(over: Partial<typeof sample> = {}): Double {
  const known = { ...sample, ...over };
  const payments = new Map<string, Payment>();
  const transfers = new Map<string, Fields>();

  const handle = (request: DoubleRequest): DoubleAnswer => {
    if (request.path.startsWith('/sci/')) return sci(request);
    if (request.path !== '/wsm/merchantWebService') return textAnswer('not found', undefined, 404);
    const document = parseXml(request.body.toString());
    const operation = ['getBalances', 'findPaymentByOrderId', 'findTransaction', 'sendMoney'].find((name) =>
      request.body.includes(`<v:${name}>`),
    );
    if (!document || !operation) return fault('WrongParamsException', 'no such operation');
    const path = ['Envelope', 'Body', operation];
    const auth = ['accountEmail', 'apiName', 'authenticationToken'].map((name) =>
      xmlText(document, ...path, 'arg0', name),
    );
    const right = [known.accountEmail, known.apiName, apiToken(known.apiPassword, known.now())];
    if (auth.join() !== right.join()) return fault('NotAuthException', 'Token is not valid');
    const argument = (name?: string) => xmlText(document, ...path, 'arg1', ...(name ? [name] : [])) ?? '';
    return answered(operation, argument);
  };

  const answered = (operation: string, argument: (name?: string) => string): DoubleAnswer => {
    switch (operation) {
      case 'getBalances':
        return response(operation, [
          { amount: '1234.50', id: 'U000000000001' },
          { amount: '5.00', id: 'R000000000001' },
        ]);
      case 'findPaymentByOrderId':
        return response(operation, [paymentOf(argument('orderId'))]);
      case 'findTransaction': {
        const found = transfers.get(argument());
        return found
          ? response(operation, [found])
          : fault('TransactionIsNotAvailableException', 'not found');
      }
      default:
        return send(argument);
    }
  };

  const send = (argument: (name?: string) => string): DoubleAnswer => {
    const [amount, currency] = [argument('amount'), argument('currency')];
    const receiver = argument('walletId') || argument('email');
    if (!/^\d+\.\d{2}$/.test(amount) || !receiver) return fault('WrongParamsException', 'amount or receiver');
    if (Number(amount) > 100_000) return fault('NotEnoughMoneyException', 'Not enough money');
    const id = `0d7285b0-feab-45a4-8b6c-${String(transfers.size + 1).padStart(12, '0')}`;
    transfers.set(id, {
      id,
      amount,
      currency,
      status: 'COMPLETED',
      fullCommission: '0.00',
      walletDestId: receiver,
    });
    return envelope(
      `<ns2:sendMoneyResponse xmlns:ns2="http://wsm.advcash/"><return>${id}</return></ns2:sendMoneyResponse>`,
    );
  };

  const paymentOf = (orderId: string): Fields => {
    const found = payments.get(orderId);
    if (!found?.transfer) return { paymentStatus: 'PENDING' };
    return {
      srcWalletId: 'U000000000009',
      transactionAmount: found.fields.ac_amount ?? '',
      transactionCurrency: found.fields.ac_currency ?? '',
      transactionId: found.transfer,
      transactionStatus: 'COMPLETED',
    };
  };

  const sci = (request: DoubleRequest): DoubleAnswer => {
    const paying = /^\/sci\/pay\/(.+)$/.exec(request.path)?.[1];
    const found = payments.get(decodeURIComponent(paying ?? ''));
    if (found) {
      const location = found.fields.ac_success_url ?? '/';
      return { status: 303, headers: { location }, body: '', callbacks: [pay(found)] };
    }
    const fields = sentFields(request);
    const told = {
      amount: fields.ac_amount ?? '',
      currency: fields.ac_currency ?? '',
      orderId: fields.ac_order_id ?? '',
    };
    if (fields.ac_sign !== formSignature(known, told)) return textAnswer('wrong signature', undefined, 400);
    payments.set(told.orderId, { fields, transfer: null });
    return hostedPage(
      'Volet',
      [`${told.amount} ${told.currency}`],
      [{ text: 'Pay', action: `pay/${told.orderId}` }],
    );
  };

  const pay = (payment: Payment): DoubleCallback => {
    payment.transfer = `9f7285b0-feab-45a4-8b6c-${String(payments.size).padStart(12, '0')}`;
    const { fields } = payment;
    const told: Fields = {
      ac_transfer: payment.transfer,
      ac_start_date: '2026-09-01 12:00:00',
      ac_sci_name: known.sciName,
      ac_src_wallet: 'U000000000009',
      ac_dest_wallet: 'U000000000001',
      ac_order_id: fields.ac_order_id ?? '',
      ac_amount: fields.ac_amount ?? '',
      ac_merchant_currency: fields.ac_currency ?? '',
      ac_transaction_status: 'COMPLETED',
    };
    const ac_hash = statusHash(new Map(Object.entries(told)), known.sciPassword);
    return formCallback(fields.ac_status_url ?? '', { ...told, ac_hash });
  };

  return {
    code: 'volet',
    hosts: ['account.volet.com'],
    handle,
    pay({ reference }) {
      const found = payments.get(reference);
      return found ? [pay(found)] : null;
    },
    holds: () => ({ payments: [...payments.values()], transfers: [...transfers.values()] }),
  };
}

function response(operation: string, returns: Fields[]): DoubleAnswer {
  const written = returns.map((fields) => {
    const inner = Object.entries(fields).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
    return `<return>${inner.join('')}</return>`;
  });
  return envelope(
    `<ns2:${operation}Response xmlns:ns2="http://wsm.advcash/">${written.join('')}</ns2:${operation}Response>`,
  );
}

function fault(type: string, words: string): DoubleAnswer {
  const detail = `<detail><ns2:${type} xmlns:ns2="http://wsm.advcash/"><message>${words}</message></ns2:${type}></detail>`;
  return envelope(
    `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>${words}</faultstring>${detail}</soap:Fault>`,
    500,
  );
}

function envelope(body: string, status = 200): DoubleAnswer {
  return textAnswer(
    `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`,
    'text/xml; charset=utf-8',
    status,
  );
}
