import { digest, type HashName, hmac } from '@/lib/payments/signature';

/** What is signed of a payment. Of `extras` only those that are sent, in the order of the documentation. */
export type SignedRequest = {
  login: string;
  outSum: string;
  /** Empty where the system is to number the payment. */
  invId: string;
  extras?: readonly string[];
  password1: string;
  shp?: ReadonlyMap<string, string>;
};

/**
 * `Login:OutSum:InvId[:extra…]:Password1[:Shp_a=v…]`. Extras come as OutSumCurrency, UserIp, Receipt (URL-encoded
 * once), StepByStep, ResultUrl2, SuccessUrl2, SuccessUrl2Method, FailUrl2, FailUrl2Method, Token.
 */
export function requestSignature(hash: HashName, request: SignedRequest): string {
  const { login, outSum, invId, extras = [], password1, shp } = request;
  return digest(hash, [login, outSum, invId, ...extras, password1, ...pairs(shp)].join(':'));
}

/** `OutSum:InvId:Password[:Shp_a=v…]`: Password#2 for notices, Password#1 for the page of success. */
export function resultSignature(
  hash: HashName,
  notice: { outSum: string; invId: string; password: string; shp?: ReadonlyMap<string, string> },
): string {
  return digest(hash, [notice.outSum, notice.invId, notice.password, ...pairs(notice.shp)].join(':'));
}

/** `Login:InvoiceID:Password2`, of the question about a payment's state. */
export function stateSignature(hash: HashName, login: string, invId: string, password2: string): string {
  return digest(hash, `${login}:${invId}:${password2}`);
}

/** A JSON web token as the systems beside the payment form want it; header and payload as JSON texts. */
export function webToken(header: string, payload: string, hash: 'md5' | 'sha256', key: string): string {
  const signed = [header, payload].map((part) => Buffer.from(part).toString('base64url')).join('.');
  return `${signed}.${hmac(hash, key, signed, 'b64u')}`;
}

/** Own parameters of the shop among the fields, whatever the case of their prefix. */
export function shpFields(fields: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...fields].filter(([name]) => /^shp_/i.test(name)));
}

/** Sorted bytewise as `name=value`, as the system's own library does. */
function pairs(shp: ReadonlyMap<string, string> = new Map()): string[] {
  return [...shp]
    .map(([name, value]) => `${name}=${value}`)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
