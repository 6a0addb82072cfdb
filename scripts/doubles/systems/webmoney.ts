import iconv from 'iconv-lite';
import { webmoneySample as shop } from '@/lib/payments/systems/webmoney/sample';
import { formSignature, noticeHash2, stateSignature } from '@/lib/payments/systems/webmoney/signature';
import { parseXml, xmlText } from '@/lib/payments/xml';
import { cabinet } from '@/scripts/doubles/cabinet';
import {
  type Double,
  type DoubleAnswer,
  type DoubleRequest,
  formCallback,
  hostedPage,
  sentFields,
  textAnswer,
} from '@/scripts/doubles/double';

type Payment = { amount: string; transaction: string | null; resultUrl: string; back: string };
type Transfer = { id: string; tranid: string; dest: string; amount: string };

const payPath = '/lmi/_pay';

/** WebMoney: merchant form, X18, X2, X3, X9, X14. It asks no pre-request. */
export function webmoneyDouble(): Double {
  const office = cabinet();
  const payments = new Map<string, Payment>();
  const transfers: Transfer[] = [];
  let lastRequest = 0n;

  const pay = (number: string, amount?: string) => {
    const known = payments.get(number);
    const payment = known ?? { amount: '1500.00', transaction: null, resultUrl: '', back: '' };
    payment.amount = amount ?? payment.amount;
    payment.transaction ??= String(800_000_001 + payments.size - (known ? 1 : 0));
    payments.set(number, payment);
    const fields = {
      LMI_MODE: '0',
      LMI_PAYMENT_AMOUNT: payment.amount,
      LMI_PAYEE_PURSE: shop.purse,
      LMI_PAYMENT_NO: number,
      LMI_PAYER_WM: '123456789012',
      LMI_PAYER_PURSE: 'Z999999999999',
      LMI_SYS_INVS_NO: '900000001',
      LMI_SYS_TRANS_NO: payment.transaction,
      LMI_SYS_TRANS_DATE: '20260901 15:00:00',
    };
    const LMI_HASH2 = noticeHash2(new Map(Object.entries(fields)), shop.secretKey);
    return [formCallback(payment.resultUrl || office.noticesTo(), { ...fields, LMI_HASH2 })];
  };

  const openPage = (request: DoubleRequest): DoubleAnswer => {
    const sent = sentFields(request);
    const {
      LMI_PAYEE_PURSE: purse = '',
      LMI_PAYMENT_AMOUNT: amount = '',
      LMI_PAYMENT_NO: number = '',
    } = sent;
    const right = formSignature({ purse, amount, number, secret: shop.x20Secret });
    if (purse !== shop.purse || sent.LMI_PAYMENTFORM_SIGN !== right)
      return hostedPage('WebMoney: error', ['The form is not signed by the shop.'], []);
    const { LMI_RESULT_URL: resultUrl = '', LMI_SUCCESS_URL: back = '' } = sent;
    if (!payments.has(number)) payments.set(number, { amount, transaction: null, resultUrl, back });
    const action = `${request.baseUrl}${payPath}`;
    return hostedPage(`WebMoney: ${amount}`, [purse], [{ text: 'Pay', action, fields: { number } }]);
  };

  const state = (document: unknown): DoubleAnswer => {
    const asked = (name: string) => xmlText(document, 'merchant.request', name) ?? '';
    const number = asked('lmi_payment_no');
    const right = stateSignature(shop.wmid, shop.purse, number, shop.secretKey);
    if (asked('sha256') !== right) return xml('merchant', '<retval>-8</retval><retdesc>sign</retdesc>');
    const payment = payments.get(number);
    if (!payment?.transaction) return xml('merchant', '<retval>7</retval><retdesc>not found</retdesc>');
    return xml(
      'merchant',
      `<operation wmtransid="${payment.transaction}" wminvoiceid="900000001"><amount>${payment.amount}</amount><operdate>20260901 15:00:00</operdate><purpose>Заявка</purpose><pursefrom>Z999999999999</pursefrom><wmidfrom>123456789012</wmidfrom></operation><retval>0</retval><retdesc></retdesc>`,
    );
  };

  const keeper = (path: string, document: unknown): DoubleAnswer => {
    const asked = (...names: string[]) => xmlText(document, 'w3s.request', ...names) ?? '';
    const reqn = asked('reqn');
    if (!/^\d{1,15}$/.test(reqn) || BigInt(reqn) < lastRequest) return keeperError('102', 'reqn');
    lastRequest = BigInt(reqn);
    switch (path) {
      case '/asp/XMLTransCert.asp': {
        const [tranid, dest, amount] = [
          asked('trans', 'tranid'),
          asked('trans', 'pursedest'),
          asked('trans', 'amount'),
        ];
        if (asked('trans', 'pursesrc') !== shop.purse) return keeperError('111', 'pursesrc');
        if (dest[0] !== shop.purse[0] || !/^\d+(\.\d{1,2})?$/.test(amount))
          return keeperError('7', 'pursedest');
        if (transfers.some((one) => one.tranid === tranid)) return keeperError('103', 'tranid');
        const transfer = { id: String(600_000_001 + transfers.length), tranid, dest, amount };
        transfers.push(transfer);
        return xml('w3s', `<reqn>${reqn}</reqn><retval>0</retval><retdesc></retdesc>${operation(transfer)}`);
      }
      case '/asp/XMLOperationsCert.asp': {
        const found = transfers.filter(({ tranid }) => tranid === asked('getoperations', 'tranid'));
        const list = `<operations cnt="${found.length}">${found.map(operation).join('')}</operations>`;
        return xml('w3s', `<reqn>${reqn}</reqn><retval>0</retval><retdesc></retdesc>${list}`);
      }
      case '/asp/XMLTransMoneybackCert.asp': {
        const id = asked('trans', 'inwmtranid');
        if (!/^\d+$/.test(id)) return keeperError('50', 'inwmtranid');
        return xml(
          'w3s',
          `<retval>0</retval><retdesc></retdesc><operation id="7${id}" ts="7${id}"></operation>`,
        );
      }
      case '/asp/XMLPursesCert.asp': {
        if (asked('getpurses', 'wmid') !== shop.wmid) return keeperError('-4', 'wmid');
        const purse = `<purse id="1"><pursename>${shop.purse}</pursename><amount>27500.5</amount><desc>Касса</desc></purse>`;
        return xml('w3s', `<retval>0</retval><retdesc></retdesc><purses cnt="1">${purse}</purses>`);
      }
      default:
        return textAnswer('', 'text/plain', 404);
    }
  };

  return {
    code: 'webmoney',
    hosts: ['merchant.wmtransfer.com', 'merchant.webmoney.ru', 'w3s.wmtransfer.com'],
    handle(request) {
      const set = office.take(request);
      if (set) return set;
      if (request.path === '/lmi/payment_utf.asp') return openPage(request);
      if (request.path === payPath) {
        const { number = '' } = sentFields(request);
        const callbacks = pay(number);
        return { status: 303, headers: { location: payments.get(number)?.back ?? '' }, body: '', callbacks };
      }
      const document = parseXml(iconv.decode(request.body, 'win1251'));
      if (request.path === '/conf/xml/XMLTransGet.asp') return state(document);
      return keeper(request.path, document);
    },
    pay: ({ reference, amount }) => pay(reference, amount),
    holds: () => ({ payments: Object.fromEntries(payments), transfers }),
  };
}

function operation({ id, tranid, dest, amount }: Transfer): string {
  return `<operation id="${id}" ts="${id}"><tranid>${tranid}</tranid><pursesrc>${shop.purse}</pursesrc><pursedest>${dest}</pursedest><amount>${amount}</amount><comiss>9.6</comiss><opertype>0</opertype><desc>Заявка</desc></operation>`;
}

function keeperError(code: string, what: string): DoubleAnswer {
  return xml('w3s', `<retval>${code}</retval><retdesc>Ошибка: ${what}</retdesc>`);
}

function xml(kind: 'w3s' | 'merchant', inner: string): DoubleAnswer {
  const text = `<?xml version="1.0" encoding="windows-1251"?><${kind}.response>${inner}</${kind}.response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: iconv.encode(text, 'win1251') };
}
