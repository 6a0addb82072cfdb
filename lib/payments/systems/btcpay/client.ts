import { type Called, callJson } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import { hmac, sameSignature } from '@/lib/payments/signature';
import type { BtcpaySettings } from './settings';

/** A call to the Greenfield interface. `path` begins behind `/api/v1`. */
export function greenfield(
  { settings, http }: At<BtcpaySettings>,
  method: 'GET' | 'POST',
  path: string,
  json?: unknown,
): Promise<Called> {
  return callJson(http, {
    method,
    url: `${settings.serverUrl}/api/v1${path}`,
    headers: { authorization: `token ${settings.apiKey}` },
    ...(json === undefined ? {} : { json }),
  });
}

/** The same within the store. */
export function inStore(at: At<BtcpaySettings>, method: 'GET' | 'POST', path: string, json?: unknown) {
  return greenfield(at, method, `/stores/${encodeURIComponent(at.settings.storeId)}${path}`, json);
}

/** `BTCPay-Sig: sha256=<hex>` over the raw body. */
export function btcpaySignature(body: Buffer | string, secret: string): string {
  return `sha256=${hmac('sha256', secret, body)}`;
}

export function isSigned(header: string | undefined, body: Buffer, secret: string): boolean {
  return sameSignature(header, btcpaySignature(body, secret), 'hex');
}
