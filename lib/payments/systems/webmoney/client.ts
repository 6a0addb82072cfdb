import iconv from 'iconv-lite';
import { ask, isNoAnswer, refused, unknown } from '@/lib/payments/ask';
import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import { escapeXml, parseXml } from '@/lib/payments/xml';
import type { WebmoneySettings } from './settings';

type Tree = { [name: string]: string | Tree };

/** Calls X18 of the merchant service. */
export async function callMerchant(
  at: At<WebmoneySettings>,
  request: Tree,
): Promise<{ told: Record<string, unknown> } | Unknown> {
  const url = 'https://merchant.webmoney.ru/conf/xml/XMLTransGet.asp';
  return call(at, url, 'merchant', request);
}

/** Calls an interface that wants the certificate of WM Keeper WebPro; refused where it is not set: nothing is sent. */
export async function callKeeper(
  at: At<WebmoneySettings>,
  page: 'XMLTransCert' | 'XMLOperationsCert' | 'XMLTransMoneybackCert' | 'XMLPursesCert',
  request: Tree,
): Promise<{ told: Record<string, unknown> } | Unknown | Refused> {
  const { certificate, certificateKey, certificatePassphrase } = at.settings;
  if (certificate === '' || certificateKey === '')
    return refused('the certificate of WM Keeper WebPro is not set');
  return call(at, `https://w3s.wmtransfer.com/asp/${page}.asp`, 'w3s', request, {
    cert: certificate,
    key: certificateKey,
    ...(certificatePassphrase === '' ? {} : { passphrase: certificatePassphrase }),
  });
}

/** Number of a request: 15 digits, growing with the clock; the last two keep apart what happens at once. */
export function requestNumber(at: At<WebmoneySettings>, number: number): string {
  return `${at.now().getTime()}${String(number % 100).padStart(2, '0')}`;
}

async function call(
  at: At<WebmoneySettings>,
  url: string,
  kind: 'merchant' | 'w3s',
  request: Tree,
  certificate?: { cert: string; key: string; passphrase?: string },
): Promise<{ told: Record<string, unknown> } | Unknown> {
  const text = `<?xml version="1.0" encoding="windows-1251"?>${written({ [`${kind}.request`]: request })}`;
  const answer = await ask(at.http, {
    method: 'POST',
    url,
    headers: { 'content-type': 'text/xml; charset=windows-1251' },
    body: iconv.encode(text, 'win1251'),
    timeoutMs: 45_000,
    ...(certificate ? { certificate } : {}),
  });
  if (isNoAnswer(answer)) return unknown(answer.reason);
  const told = parseXml(decoded(answer.body))?.[`${kind}.response`];
  return typeof told === 'object' && told !== null && answer.status === 200
    ? { told: { ...told } }
    : unknown(`an unreadable answer (HTTP ${answer.status})`);
}

/** The encoding stands in the declaration; it is windows-1251 where nothing is said. */
function decoded(body: Buffer): string {
  const declared = /^[^>]*encoding="utf-8"/i.test(body.subarray(0, 100).toString('latin1'));
  return declared ? body.toString('utf8') : iconv.decode(body, 'win1251');
}

function written(tree: Tree): string {
  return Object.entries(tree)
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'string' ? escapeXml(value) : written(value)}</${name}>`,
    )
    .join('');
}
