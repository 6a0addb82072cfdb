import { ikSignature } from '@/lib/payments/systems/interkassa/signature';
import {
  type Double,
  type DoubleAnswer,
  type DoubleCallback,
  type DoubleRequest,
  formCallback,
  hostedPage,
  jsonAnswer,
  sentFields,
  textAnswer,
} from '@/scripts/doubles/double';

type Fields = Record<string, string>;

const sample = {
  checkoutId: '5ee0c9ccc3f73b75f5236a99',
  secretKey: 'ik-secret-key',
  testKey: 'ik-test-key',
  hash: 'sha256' as 'sha256' | 'md5',
  apiUserId: 'ik-user',
  apiKey: 'ik-api-key',
  accountId: 'ik-account',
  /** An order whose invoice 27161000 is paid already. */
  paid: null as { paymentId: string; amount: string; currency: string } | null,
};

/** The payment page, and the interface with invoices, withdrawals and refunds. Field names of answers are guesses. */
export function interkassaDouble(over: Partial<typeof sample> = {}): Double {
  const known = { ...sample, ...over };
  const invoices = new Map<string, { fields: Fields; state: string }>();
  const withdrawals = new Map<string, Fields>();
  const refunds: Fields[] = [];
  if (known.paid) {
    const { paymentId, amount, currency } = known.paid;
    const fields = { ik_co_id: known.checkoutId, ik_pm_no: paymentId, ik_am: amount, ik_cur: currency };
    invoices.set('27161000', { fields, state: 'success' });
  }

  const handle = (request: DoubleRequest): DoubleAnswer => {
    if (request.host === 'sci.interkassa.com') return sci(request);
    const basic = Buffer.from(`${known.apiUserId}:${known.apiKey}`).toString('base64');
    const isRight = request.headers.authorization === `Basic ${basic}`;
    if (!isRight || request.headers['ik-api-account-id'] !== known.accountId)
      return saysNo(1, 'Authentication failed', 401);
    const [, , collection, id = ''] = request.path.split('/');
    switch (collection) {
      case 'purse':
        return done({ '300000000001': { id: '300000000001', name: 'UAH', balance: 1234.5 } });
      case 'co-invoice':
        return invoice(id);
      case 'withdraw':
        return request.method === 'POST' ? withdraw(sentFields(request)) : withdrawal(id);
      case 'refund':
        return refund(sentFields(request));
      default:
        return saysNo(6, 'Resource not found', 404);
    }
  };

  const sci = (request: DoubleRequest): DoubleAnswer => {
    const paying = /^\/pay\/(\d+)$/.exec(request.path)?.[1];
    const found = paying ? invoices.get(paying) : undefined;
    if (found && paying) {
      const location = found.fields.ik_suc_u ?? '/';
      return { status: 303, headers: { location }, body: '', callbacks: [pay(paying, found.fields)] };
    }
    const id = open(sentFields(request));
    if (id === null) return textAnswer('wrong signature or fields', undefined, 400);
    return hostedPage(
      'Interkassa',
      [invoices.get(id)?.fields.ik_am ?? ''],
      [{ text: 'Pay', action: `pay/${id}` }],
    );
  };

  /** The form as the page takes it; the same order is the same invoice. */
  const open = (fields: Fields): string | null => {
    const isTrial = fields.ik_pw_via === 'test_interkassa_test_xts';
    const key = isTrial ? known.testKey : known.secretKey;
    if (fields.ik_sign !== ikSignature(fields, key, known.hash) || fields.ik_co_id !== known.checkoutId)
      return null;
    const before = [...invoices].find(([, one]) => one.fields.ik_pm_no === fields.ik_pm_no);
    const id = before?.[0] ?? String(27_161_326 + invoices.size);
    invoices.set(id, before?.[1] ?? { fields, state: 'new' });
    return id;
  };

  const pay = (id: string, fields: Fields): DoubleCallback => {
    invoices.set(id, { fields, state: 'success' });
    const told: Fields = {
      ik_co_id: known.checkoutId,
      ik_inv_id: id,
      ik_inv_st: 'success',
      ik_pm_no: fields.ik_pm_no ?? '',
      ik_am: fields.ik_am ?? '',
      ik_co_rfn: fields.ik_am ?? '',
      ik_ps_price: fields.ik_am ?? '',
      ik_cur: fields.ik_cur ?? '',
      ik_desc: fields.ik_desc ?? '',
      ik_pw_via: fields.ik_pw_via ?? 'visa_cpaytrz_merchant_uah',
    };
    const key = fields.ik_pw_via ? known.testKey : known.secretKey;
    return formCallback(fields.ik_ia_u ?? '', { ...told, ik_sign: ikSignature(told, key, known.hash) });
  };

  const invoice = (id: string): DoubleAnswer => {
    const found = invoices.get(id);
    if (!found) return saysNo(6, 'Resource not found', 404);
    const { ik_co_id, ik_pm_no, ik_am, ik_cur } = found.fields;
    return done({
      id,
      coId: ik_co_id,
      paymentNo: ik_pm_no,
      coAmount: ik_am,
      currencyCode: ik_cur,
      stateName: found.state,
    });
  };

  const withdraw = (form: Fields): DoubleAnswer => {
    const key = `calc-${form.paymentNo}`;
    if (!form.purseId || !form.method || !form['details[card]'] || !/^\d+\.\d+$/.test(form.amount ?? ''))
      return saysNo(4, 'Validation error', 400);
    if (form.action === 'calc') return done({ calcKey: key });
    if (form.action !== 'process' || form.calcKey !== key) return saysNo(4, 'calcKey is wrong', 400);
    const id = String(100_001 + withdrawals.size);
    withdrawals.set(id, form);
    return done({ id });
  };

  const withdrawal = (id: string): DoubleAnswer =>
    withdrawals.has(id) ? done({ id, stateName: 'success' }) : saysNo(6, 'Resource not found', 404);

  const refund = (form: Fields): DoubleAnswer => {
    if (invoices.get(form.id ?? '')?.state !== 'success') return saysNo(6, 'Resource not found', 404);
    refunds.push(form);
    return done({ id: String(200_000 + refunds.length) });
  };

  return {
    code: 'interkassa',
    hosts: ['sci.interkassa.com', 'api.interkassa.com'],
    handle,
    pay({ reference }) {
      const found = [...invoices].find(([id, { fields }]) => [id, fields.ik_pm_no].includes(reference));
      return found ? [pay(found[0], found[1].fields)] : null;
    },
    holds: () => ({ invoices: [...invoices], withdrawals: [...withdrawals], refunds }),
  };
}

function done(data: unknown): DoubleAnswer {
  return jsonAnswer({ status: 'ok', code: 0, message: 'Success', data });
}

function saysNo(code: number, message: string, status: number): DoubleAnswer {
  return jsonAnswer({ status: 'error', code, message }, status);
}
