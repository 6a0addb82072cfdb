import { qiwiSample as shop } from '@/lib/payments/systems/qiwi/sample';
import { noticeSignature } from '@/lib/payments/systems/qiwi/signature';
import { cabinet } from '@/scripts/doubles/cabinet';
import { type Double, type DoubleAnswer, hostedPage, jsonAnswer, sentFields } from '@/scripts/doubles/double';

type Bill = { amount: { currency: string; value: string }; status: string };

/** QIWI: bills and their page. */
export function qiwiDouble(): Double {
  const office = cabinet();
  const bills = new Map<string, Bill>();

  const shown = (billId: string, { amount, status }: Bill) => ({
    siteId: shop.siteId,
    billId,
    amount,
    status: { value: status, changedDateTime: '2026-09-01T15:00:00+03:00' },
    payUrl: `https://oplata.qiwi.com/form?invoiceUid=${billId}`,
  });

  const pay = (billId: string, value?: string) => {
    const bill = bills.get(billId);
    if (!bill) return null;
    bill.status = 'PAID';
    bill.amount.value = value ?? bill.amount.value;
    const signed = { ...bill.amount, billId, siteId: shop.siteId, status: 'PAID' };
    const headers = {
      'content-type': 'application/json',
      'X-Api-Signature-SHA256': noticeSignature(signed, shop.secretKey),
    };
    const body = JSON.stringify({ bill: shown(billId, bill), version: '1' });
    return [{ url: office.noticesTo(), method: 'POST' as const, headers, body }];
  };

  const call = (method: string, billId: string, auth: string | undefined, body: Buffer): DoubleAnswer => {
    if (auth !== `Bearer ${shop.secretKey}`) return jsonAnswer({ errorCode: 'auth.unauthorized' }, 401);
    const known = bills.get(billId);
    if (method === 'GET')
      return known
        ? jsonAnswer(shown(billId, known))
        : jsonAnswer({ errorCode: 'api.invoice.not.found' }, 404);
    const asked: { amount?: Bill['amount'] } = JSON.parse(body.toString());
    if (!asked.amount || !/^\d+\.\d\d$/.test(asked.amount.value))
      return jsonAnswer({ errorCode: 'validation.error' }, 400);
    const bill = known ?? { amount: asked.amount, status: 'WAITING' };
    bills.set(billId, bill);
    return jsonAnswer(shown(billId, bill));
  };

  return {
    code: 'qiwi',
    hosts: ['api.qiwi.com', 'oplata.qiwi.com'],
    handle(request) {
      const set = office.take(request);
      if (set) return set;
      const billId = /^\/partner\/bill\/v1\/bills\/([^/]+)$/.exec(request.path)?.[1];
      if (billId) return call(request.method, billId, request.headers.authorization, request.body);
      const id = request.query.get('invoiceUid') ?? sentFields(request).id ?? '';
      if (request.method === 'POST') {
        const location = sentFields(request).back ?? '';
        return { status: 303, headers: { location }, body: '', callbacks: pay(id) ?? [] };
      }
      const fields = { id, back: request.query.get('successUrl') ?? '' };
      const action = `${request.baseUrl}${request.path}`;
      return hostedPage(
        `QIWI: ${bills.get(id)?.amount.value ?? 'no such bill'}`,
        [],
        [{ text: 'Pay', action, fields }],
      );
    },
    pay: ({ reference, amount }) => pay(reference, amount),
    holds: () => Object.fromEntries(bills),
  };
}
