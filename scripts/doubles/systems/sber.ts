import { sberSample as shop } from '@/lib/payments/systems/sber/sample';
import { hmacChecksum, signedText } from '@/lib/payments/systems/sber/signature';
import {
  type Double,
  type DoubleAnswer,
  type DoubleRequest,
  formCallback,
  hostedPage,
  jsonAnswer,
  sentFields,
} from '@/scripts/doubles/double';

type Order = {
  id: string;
  number: string;
  amount: number;
  currency: string;
  status: number;
  refunded: number;
  noticesTo: string;
  back: string;
};

/** Sber and other gateways of the family: register, getOrderStatusExtended, refund, the page to pay on. */
export function sberDouble(): Double {
  const orders = new Map<string, Order>();
  const byNumber = (number?: string) => [...orders.values()].find((order) => order.number === number);

  const pay = (order: Order, amount?: string) => {
    order.status = 2;
    order.amount = amount ? Number(amount) : order.amount;
    const known = { mdOrder: order.id, orderNumber: order.number, operation: 'deposited', status: '1' };
    const fields = { ...known, amount: String(order.amount) };
    const checksum = hmacChecksum(signedText(new Map(Object.entries(fields))), shop.callbackToken);
    return [formCallback(order.noticesTo, { ...fields, checksum, sign_alias: 'shop' })];
  };

  const call = (method: string, sent: Record<string, string>, host: string): DoubleAnswer => {
    if (sent.userName !== shop.userName || sent.password !== shop.password)
      return failed('5', 'Доступ запрещён');
    if (method === 'register') {
      const {
        orderNumber = '',
        amount = '',
        currency = '643',
        returnUrl = '',
        dynamicCallbackUrl = '',
      } = sent;
      if (!/^[1-9]\d*$/.test(amount) || !orderNumber || !returnUrl)
        return failed('4', 'Отсутствует параметр');
      if (byNumber(orderNumber)) return failed('1', 'Заказ с таким номером уже обработан');
      const id = `00000000-7dcc-4283-ab50-${String(orders.size + 1).padStart(12, '0')}`;
      const order = { id, number: orderNumber, amount: Number(amount), currency, status: 0, refunded: 0 };
      orders.set(id, { ...order, noticesTo: dynamicCallbackUrl, back: returnUrl });
      return jsonAnswer({
        orderId: id,
        formUrl: `https://${host}/payment/merchants/shop/payment_ru.html?mdOrder=${id}`,
      });
    }
    const order = orders.get(sent.orderId ?? '') ?? byNumber(sent.orderNumber);
    if (!order) return failed('6', 'Заказ не найден');
    if (method === 'refund') {
      const amount = Number(sent.amount);
      if (order.status !== 2 || order.refunded + amount > order.amount)
        return failed('7', 'Неверная сумма возврата');
      order.refunded += amount;
      if (order.refunded === order.amount) order.status = 4;
      return jsonAnswer({ errorCode: '0', errorMessage: 'Успешно' });
    }
    return jsonAnswer({
      errorCode: '0',
      orderNumber: order.number,
      orderStatus: order.status,
      actionCode: 0,
      amount: order.amount,
      currency: order.currency,
      attributes: [{ name: 'mdOrder', value: order.id }],
      paymentAmountInfo: {
        depositedAmount: order.status === 2 ? order.amount : 0,
        refundedAmount: order.refunded,
      },
    });
  };

  const page = (request: DoubleRequest): DoubleAnswer => {
    const id = request.query.get('mdOrder') ?? sentFields(request).mdOrder ?? '';
    const order = orders.get(id);
    if (!order) return hostedPage('Sber', ['There is no such order.'], []);
    const action = `${request.baseUrl}${request.path}`;
    if (request.method === 'GET')
      return hostedPage(
        `Sber: ${order.amount / 100}`,
        [],
        [{ text: 'Pay', action, fields: { mdOrder: id } }],
      );
    const location = `${order.back}${order.back.includes('?') ? '&' : '?'}orderId=${id}`;
    return { status: 303, headers: { location }, body: '', callbacks: pay(order) };
  };

  return {
    code: 'sber',
    hosts: [
      'securepayments.sberbank.ru',
      '3dsec.sberbank.ru',
      'ecommerce.sberbank.ru',
      'ecomtest.sberbank.ru',
      'pay.alfabank.ru',
      'alfa.rbsuat.com',
    ],
    handle(request) {
      const method = /\/(register|getOrderStatusExtended|refund)\.do$/.exec(request.path)?.[1];
      if (!method) return page(request);
      const isJson = request.headers['content-type'] === 'application/json';
      return call(method, isJson ? JSON.parse(request.body.toString()) : sentFields(request), request.host);
    },
    pay({ reference, amount }) {
      const order = byNumber(reference);
      return order ? pay(order, amount) : null;
    },
    holds: () => [...orders.values()],
  };
}

function failed(errorCode: string, errorMessage: string): DoubleAnswer {
  return jsonAnswer({ errorCode, errorMessage });
}
