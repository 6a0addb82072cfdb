import { robokassaSample as shop } from '@/lib/payments/systems/robokassa/sample';
import {
  requestSignature,
  resultSignature,
  stateSignature,
  webToken,
} from '@/lib/payments/systems/robokassa/signature';
import { cabinet } from '@/scripts/doubles/cabinet';
import {
  type Double,
  type DoubleAnswer,
  type DoubleRequest,
  formCallback,
  hostedPage,
  jsonAnswer,
  sentFields,
  textAnswer,
} from '@/scripts/doubles/double';

type Operation = { outSum: string; paid: boolean; opKey: string; returnTo: string };

const payPath = '/Merchant/_pay';

/** Robokassa: payment page, OpStateExt, refunds. */
export function robokassaDouble(): Double {
  const office = cabinet();
  const operations = new Map<string, Operation>();
  const refunds = new Map<string, { amount: string; opKey: string }>();

  const pay = (invId: string, amount?: string) => {
    const known = operations.get(invId);
    const outSum = amount ?? `${known?.outSum ?? '1500.00'}0000`;
    const opKey = known?.opKey ?? `OP-${invId}`;
    operations.set(invId, { outSum, paid: true, opKey, returnTo: known?.returnTo ?? '' });
    const signed = { outSum, invId, password: shop.password2 };
    return [
      // The address of ResultURL stands in the cabinet, not in the request.
      formCallback(office.noticesTo(), {
        OutSum: outSum,
        InvId: invId,
        Fee: '0.00',
        PaymentMethod: 'BankCard',
        IncCurrLabel: 'BankCardPSR',
        SignatureValue: resultSignature(shop.hash, signed).toUpperCase(),
      }),
    ];
  };

  const openPage = (request: DoubleRequest): DoubleAnswer => {
    const sent = sentFields(request);
    const { MerchantLogin = '', OutSum = '', InvId = '', SuccessUrl2 } = sent;
    const extras = ['SuccessUrl2', 'SuccessUrl2Method', 'FailUrl2', 'FailUrl2Method'].flatMap((name) =>
      sent[name] === undefined ? [] : [sent[name]],
    );
    const password1 = sent.IsTest === '1' ? shop.testPassword1 : shop.password1;
    const signed = { login: MerchantLogin, outSum: OutSum, invId: InvId, extras, password1 };
    if (sent.SignatureValue !== requestSignature(shop.hash, signed))
      return hostedPage('Error 29', ['The parameter SignatureValue is wrong.'], []);
    if (!operations.has(InvId))
      operations.set(InvId, {
        outSum: OutSum,
        paid: false,
        opKey: `OP-${InvId}`,
        returnTo: SuccessUrl2 ?? '',
      });
    return hostedPage(
      `Robokassa: ${OutSum}`,
      [sent.Description ?? ''],
      [{ text: 'Pay', action: `${request.baseUrl}${payPath}`, fields: { InvId } }],
    );
  };

  const state = (query: URLSearchParams): DoubleAnswer => {
    const invId = query.get('InvoiceID') ?? '';
    const operation = operations.get(invId);
    const right = stateSignature(shop.hash, query.get('MerchantLogin') ?? '', invId, shop.password2);
    if (query.get('Signature') !== right) return stateXml('1', '');
    if (!operation) return stateXml('3', '');
    const { paid, outSum, opKey } = operation;
    return stateXml(
      '0',
      `<State><Code>${paid ? 100 : 5}</Code></State><Info><IncCurrLabel>BankCardPSR</IncCurrLabel><IncSum>${outSum}</IncSum><OutCurrLabel>RUB</OutCurrLabel><OutSum>${outSum}</OutSum><OpKey>${opKey}</OpKey></Info>`,
    );
  };

  const createRefund = (body: string): DoubleAnswer => {
    const token = String(JSON.parse(body));
    const [header = '', payload = ''] = token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString());
    if (token !== webToken(header, payload, 'sha256', shop.password3))
      return jsonAnswer({ success: false, message: 'Invalid token signature' });
    const asked: { OpKey?: string; RefundSum?: number } = JSON.parse(payload);
    const operation = [...operations.values()].find(({ opKey }) => opKey === asked.OpKey);
    if (!operation?.paid) return jsonAnswer({ success: false, message: 'Operation not found' });
    const requestId = `00000000-0000-4000-8000-${String(refunds.size + 1).padStart(12, '0')}`;
    refunds.set(requestId, { amount: String(asked.RefundSum ?? operation.outSum), opKey: operation.opKey });
    return jsonAnswer({ success: true, message: '', requestId });
  };

  return {
    code: 'robokassa',
    hosts: ['auth.robokassa.ru', 'auth.robokassa.kz', 'services.robokassa.ru'],
    handle(request) {
      const set = office.take(request);
      if (set) return set;
      switch (request.path) {
        case '/Merchant/Index.aspx':
          return openPage(request);
        case payPath: {
          const { InvId = '' } = sentFields(request);
          const location = operations.get(InvId)?.returnTo ?? '';
          const callbacks = pay(InvId, operations.get(InvId)?.outSum);
          return { status: 303, headers: { location }, body: '', callbacks };
        }
        case '/Merchant/WebService/Service.asmx/OpStateExt':
          return state(request.query);
        case '/RefundService/Refund/Create':
          return createRefund(request.body.toString());
        case '/RefundService/Refund/GetState': {
          const requestId = request.query.get('id') ?? '';
          const refund = refunds.get(requestId);
          if (!refund) return jsonAnswer({ message: 'Request not found' }, 404);
          return jsonAnswer({ requestId, amount: Number(refund.amount), label: 'finished' });
        }
        default:
          return textAnswer('Not found', 'text/plain', 404);
      }
    },
    pay: ({ reference, amount }) => pay(reference, amount),
    holds: () => Object.fromEntries(operations),
  };
}

function stateXml(result: string, rest: string): DoubleAnswer {
  const xml = `<?xml version="1.0" encoding="utf-8"?><OperationStateResponse xmlns="http://merchant.roboxchange.com/WebService/"><Result><Code>${result}</Code></Result>${rest}</OperationStateResponse>`;
  return textAnswer(xml, 'text/xml; charset=utf-8');
}
