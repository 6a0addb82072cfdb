import type { Tone } from '@/emails/_components/theme';
import type { OrderStatus } from '@/lib/exchange/status';
import type { Locale } from '@/lib/i18n/locales';

type OrderWords = {
  statuses: Record<OrderStatus, string>;
  give: string;
  get: string;
  payTo: string;
  payAmount: string;
  payUntil: string;
  details: string;
  order: string;
  status: string;
  created: string;
  rate: string;
  fee: Record<'give' | 'get', string>;
  from: string;
  to: string;
  email: string;
  phone: string;
  sendAt: string;
  payoutReference: string;
  refundReference: string;
  claim: string;
  payer: string;
  reference: string;
  receipt: string;
  receiptAttached: string;
  open: string;
  openHint: string;
  desk: string;
  deskHint: string;
};

/** What order letters say alike. */
export const orderWords: Record<Locale, OrderWords> = {
  en: {
    statuses: {
      in_progress: 'Exchange is performed',
      pending_processing: 'Pending processing',
      payment_claimed: 'Funds received, pending disbursement',
      transfer_scheduled: 'Pending funds transfer',
      funds_received: 'Funds received',
      completed: 'Completed',
      canceled: 'Canceled',
      refunding: 'Refund in progress',
      refunded: 'Refunded',
    },
    give: 'You give',
    get: 'You get',
    payTo: 'Where to pay',
    payAmount: 'Amount',
    payUntil: 'Pay before',
    details: 'Order details',
    order: 'Order',
    status: 'Status',
    created: 'Created',
    rate: 'Rate',
    fee: { give: 'Fee (included)', get: 'Fee (deducted)' },
    from: 'You pay from',
    to: 'You are paid to',
    email: 'E-mail',
    phone: 'Phone',
    sendAt: 'To be sent',
    payoutReference: 'Payment reference',
    refundReference: 'Refund reference',
    claim: 'Payment as told by the customer',
    payer: 'Payer',
    reference: 'Reference',
    receipt: 'Receipt',
    receiptAttached: 'attached to the order',
    open: 'Open the order',
    openHint: 'Your order page. It opens without a password, so do not pass the link on.',
    desk: 'Open at the desk',
    deskHint: 'The order at the desk:',
  },
  ru: {
    statuses: {
      in_progress: 'Обмен выполняется',
      pending_processing: 'Ожидает обработки',
      payment_claimed: 'Средства получены, ожидается выплата',
      transfer_scheduled: 'Ожидается перевод средств',
      funds_received: 'Средства получены',
      completed: 'Выполнена',
      canceled: 'Отменена',
      refunding: 'Идет возврат',
      refunded: 'Средства возвращены',
    },
    give: 'Отдаете',
    get: 'Получаете',
    payTo: 'Куда платить',
    payAmount: 'Сумма',
    payUntil: 'Оплатить до',
    details: 'Данные заявки',
    order: 'Заявка',
    status: 'Статус',
    created: 'Создана',
    rate: 'Курс',
    fee: { give: 'Комиссия (включена)', get: 'Комиссия (удержана)' },
    from: 'Платите с',
    to: 'Получаете на',
    email: 'Почта',
    phone: 'Телефон',
    sendAt: 'Отправка',
    payoutReference: 'Номер платежа',
    refundReference: 'Номер возврата',
    claim: 'Что сообщил клиент об оплате',
    payer: 'Плательщик',
    reference: 'Номер платежа',
    receipt: 'Чек',
    receiptAttached: 'приложен к заявке',
    open: 'Открыть заявку',
    openHint: 'Страница вашей заявки. Она открывается без пароля, поэтому не пересылайте ссылку.',
    desk: 'Открыть у оператора',
    deskHint: 'Заявка на рабочем месте оператора:',
  },
};

/** The same colour a status has on the pages. */
export const statusTones: Record<OrderStatus, Tone> = {
  in_progress: 'info',
  pending_processing: 'warning',
  payment_claimed: 'info',
  transfer_scheduled: 'info',
  funds_received: 'info',
  completed: 'success',
  canceled: 'danger',
  refunding: 'warning',
  refunded: 'success',
};
