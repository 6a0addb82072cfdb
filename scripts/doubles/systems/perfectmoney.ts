import { perfectmoneySample as shop } from '@/lib/payments/systems/perfectmoney/sample';
import { noticeHash } from '@/lib/payments/systems/perfectmoney/signature';
import {
  type Double,
  type DoubleAnswer,
  formCallback,
  hostedPage,
  sentFields,
  textAnswer,
} from '@/scripts/doubles/double';

type Row = { type: string; amount: string; payer: string; payee: string; paymentId: string; memo: string };

const columns = 'Time,Type,Batch,Currency,Amount,Fee,Payer Account,Payee Account,Payment ID,Memo';

/** Perfect Money: form, balance, transfers, history as CSV. */
export function perfectmoneyDouble(): Double {
  const forms = new Map<string, { amount: string; noticesTo: string; back: string }>();
  const rows: Row[] = [];
  const batchOf = (row: Row) => String(555_001 + rows.indexOf(row));

  const pay = (paymentId: string, given?: string) => {
    const form = forms.get(paymentId);
    const amount = given ?? form?.amount ?? '1500.00';
    const row = { type: 'Income', amount, payer: 'U7654321', payee: shop.payeeAccount, paymentId, memo: '' };
    rows.push(row);
    const fields = {
      PAYEE_ACCOUNT: shop.payeeAccount,
      PAYMENT_AMOUNT: amount,
      PAYMENT_UNITS: 'USD',
      PAYMENT_BATCH_NUM: batchOf(row),
      PAYMENT_ID: paymentId,
      PAYER_ACCOUNT: row.payer,
      TIMESTAMPGMT: '1788264000',
    };
    const V2_HASH = noticeHash(new Map(Object.entries(fields)), shop.alternatePassphrase);
    return [formCallback(form?.noticesTo ?? '', { ...fields, V2_HASH })];
  };

  const account = (page: string, sent: URLSearchParams): DoubleAnswer => {
    if (sent.get('AccountID') !== shop.memberId || sent.get('PassPhrase') !== shop.memberPassword)
      return inputs({ ERROR: 'Can not login with passed AccountID and PassPhrase' });
    if (page === 'balance') return inputs({ [shop.payeeAccount]: '38000.50', E1234567: '0.00' });
    if (page === 'confirm') {
      const [payee, amount] = [sent.get('Payee_Account') ?? '', sent.get('Amount') ?? ''];
      if (sent.get('Payer_Account') !== shop.payeeAccount) return inputs({ ERROR: 'Invalid Payer_Account' });
      if (!/^U\d+$/.test(payee)) return inputs({ ERROR: 'Invalid Payee_Account' });
      if (!/^\d+(\.\d{1,2})?$/.test(amount)) return inputs({ ERROR: 'Invalid Amount' });
      const memo = sent.get('Memo') ?? '';
      const row = {
        type: 'Spend',
        amount,
        payer: shop.payeeAccount,
        payee,
        paymentId: sent.get('PAYMENT_ID') ?? '',
        memo,
      };
      rows.push(row);
      return inputs({ PAYMENT_AMOUNT: amount, PAYMENT_BATCH_NUM: batchOf(row), Payee_Account: payee });
    }
    const type = sent.get('paymentsreceived') === '1' ? 'Income' : 'Spend';
    const lines = rows
      .filter((row) => row.type === type)
      .map((row) =>
        [
          '09/01/26 12:00',
          type,
          batchOf(row),
          'USD',
          type === 'Spend' ? `-${row.amount}` : row.amount,
          '0.00',
          row.payer,
          row.payee,
          row.paymentId,
          `"${row.memo}"`,
        ].join(','),
      );
    return textAnswer([columns, ...lines].join('\r\n'), 'text/csv');
  };

  return {
    code: 'perfectmoney',
    hosts: ['perfectmoney.is'],
    handle(request) {
      const page = /^\/acct\/(balance|confirm|historycsv)\.asp$/.exec(request.path)?.[1];
      if (page) return account(page, request.query);
      const {
        PAYMENT_ID: id = '',
        PAYMENT_AMOUNT: amount = '',
        STATUS_URL = '',
        PAYMENT_URL = '',
        pay: paid,
      } = sentFields(request);
      if (paid)
        return {
          status: 303,
          headers: { location: forms.get(id)?.back ?? '' },
          body: '',
          callbacks: pay(id),
        };
      forms.set(id, { amount, noticesTo: STATUS_URL, back: PAYMENT_URL });
      const action = `${request.baseUrl}${request.path}`;
      return hostedPage(
        `Perfect Money: ${amount}`,
        [],
        [{ text: 'Pay', action, fields: { PAYMENT_ID: id, pay: '1' } }],
      );
    },
    pay: ({ reference, amount }) => pay(reference, amount),
    holds: () => rows,
  };
}

function inputs(values: Record<string, string>): DoubleAnswer {
  const fields = Object.entries(values).map(
    ([name, value]) => `<input name='${name}' type='hidden' value='${value}'>`,
  );
  return textAnswer(`<html><body><h1>Perfect Money</h1>${fields.join('')}</body></html>`, 'text/html');
}
