import type { At } from '@/lib/payments/contract/at';
import { OutgoingError } from '@/lib/payments/outgoing';
import { escapeXml, parseXml, xmlText } from '@/lib/payments/xml';
import type { VoletSettings } from './settings';
import { apiToken } from './signature';

/** What came of a call: the content of `return`, or why there is none. */
export type Answered =
  | { kind: 'done'; value: unknown; text: string | undefined }
  /** `refused`: nothing was done. */
  | { kind: 'refused' | 'unknown' | 'unsent'; reason: string };

/** Faults that say for sure that nothing was done; all others leave it open. */
const refusals = new Set(
  [
    'AccessDenied BadParameters CallRestriction CountLimit LifetimeLimit LimitPerDay LimitPerMonth',
    'LimitPerTransaction Limits MerchantDisabled NotAuth NotEnoughMoney NotEnoughMoneyApi UserBlocked',
    'UserDoesNotExist WalletCurrencyIncorrect WrongEmail WrongIp WrongParams DuplicateOrderId',
  ]
    .join(' ')
    .split(' ')
    .map((name) => `${name}Exception`)
    .concat('WalletDoesNotExist'),
);

/** Calls an operation of the SOAP interface; `arg1` is XML already written, or nothing. */
export async function volet(
  { settings, http, now }: At<VoletSettings>,
  operation: string,
  arg1 = '',
): Promise<Answered> {
  const auth = fieldsXml({
    accountEmail: settings.accountEmail,
    apiName: settings.apiName,
    authenticationToken: apiToken(settings.apiPassword, now()),
  });
  const call = `<v:${operation}><arg0>${auth}</arg0>${arg1 === '' ? '' : `<arg1>${arg1}</arg1>`}</v:${operation}>`;
  try {
    const answer = await http({
      method: 'POST',
      url: 'https://account.volet.com/wsm/merchantWebService',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
      body:
        '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ' +
        'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v="http://wsm.advcash/">' +
        `<soapenv:Body>${call}</soapenv:Body></soapenv:Envelope>`,
    });
    return reading(answer.text, operation, answer.status);
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    return { kind: error.sent ? 'unknown' : 'unsent', reason: error.message };
  }
}

/** Elements by name, their texts escaped. */
export function fieldsXml(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
    .join('');
}

function reading(text: string, operation: string, status: number): Answered {
  const document = parseXml(text);
  const body = child(child(document, 'Envelope'), 'Body');
  const fault = child(body, 'Fault');
  if (fault !== undefined) return faultOf(fault);
  const response = child(body, `${operation}Response`);
  if (status !== 200 || response === undefined)
    return { kind: 'unknown', reason: `HTTP ${status}, no ${operation}Response` };
  return { kind: 'done', value: child(response, 'return'), text: xmlText(response, 'return') };
}

/** A fault is typed by the element in its details; its words may say it as well. */
function faultOf(fault: unknown): Answered {
  const detail = child(fault, 'detail');
  const types = typeof detail === 'object' && detail !== null ? Object.keys(detail) : [];
  const words = xmlText(fault, 'faultstring') ?? 'no reason told';
  const isRefusal = types.length === 1 && types.every((type) => refusals.has(type));
  return { kind: isRefusal ? 'refused' : 'unknown', reason: [...types, words].join(': ').slice(0, 300) };
}

/** The element of that name within; undefined where there is none. */
function child(element: unknown, name: string): unknown {
  if (typeof element !== 'object' || element === null || !Object.hasOwn(element, name)) return undefined;
  return Reflect.get(element, name);
}
