import { digest } from '@/lib/payments/signature';

const requestFields = ['m_shop', 'm_orderid', 'm_amount', 'm_curr', 'm_desc'];
const noticeFields = [
  'm_operation_id',
  'm_operation_ps',
  'm_operation_date',
  'm_operation_pay_date',
  ...requestFields,
  'm_status',
];

/** m_sign of a form. */
export function requestSignature(fields: ReadonlyMap<string, string>, secret: string): string {
  return signature(requestFields, fields, secret);
}

/** m_sign of a notice; m_params stands before the secret where it was sent. */
export function noticeSignature(fields: ReadonlyMap<string, string>, secret: string): string {
  return signature(noticeFields, fields, secret);
}

function signature(names: readonly string[], fields: ReadonlyMap<string, string>, secret: string): string {
  const values = names.map((name) => fields.get(name) ?? '');
  const params = fields.get('m_params');
  return digest('sha256', [...values, ...(params === undefined ? [] : [params]), secret].join(':'), 'HEX');
}
