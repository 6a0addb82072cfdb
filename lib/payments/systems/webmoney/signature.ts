import { digest } from '@/lib/payments/signature';

/** LMI_ fields in the order in which they are signed; those of a hold stand between only where it is sent. */
const beforeSecret = [
  'LMI_PAYEE_PURSE',
  'LMI_PAYMENT_AMOUNT',
  'LMI_HOLD',
  'LMI_PAYMENT_NO',
  'LMI_MODE',
  'LMI_SYS_INVS_NO',
  'LMI_SYS_TRANS_NO',
  'LMI_SYS_TRANS_DATE',
];
const afterSecret = ['LMI_PAYER_PURSE', 'LMI_PAYER_WM'];

/** LMI_HASH: the values one after another. */
export function noticeHash(
  fields: ReadonlyMap<string, string>,
  secret: string,
  hash: 'sha256' | 'md5',
): string {
  return digest(hash, signedValues(fields, secret).join(''), 'HEX');
}

/** LMI_HASH2: the same values, kept apart by `;`. */
export function noticeHash2(fields: ReadonlyMap<string, string>, secret: string): string {
  return digest('sha256', signedValues(fields, secret).join(';'), 'HEX');
}

/** LMI_PAYMENTFORM_SIGN: mind the last `;`. */
export function formSignature(form: {
  purse: string;
  amount: string;
  number: string;
  secret: string;
}): string {
  return digest('sha256', `${form.purse};${form.amount};${form.number};${form.secret};`);
}

/** What X18 is asked with. */
export function stateSignature(wmid: string, purse: string, number: string, secret: string): string {
  return digest('sha256', `${wmid}${purse}${number}${secret}`);
}

function signedValues(fields: ReadonlyMap<string, string>, secret: string): string[] {
  const values = (names: string[]) =>
    names.filter((name) => name !== 'LMI_HOLD' || fields.has(name)).map((name) => fields.get(name) ?? '');
  return [...values(beforeSecret), secret, ...values(afterSecret)];
}
