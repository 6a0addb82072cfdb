import { receiveNotice } from '@/lib/payments/receive-notice';
import { hmac } from '@/lib/payments/signature';

/** The key of test connections with the systems of door-systems.ts. */
export const testKey = 'the-key-of-the-test';

export type SentNotice = {
  /** A text as it is, or the fields of JSON. */
  body: Record<string, unknown> | string;
  to: string;
  system?: string;
  /** null: not signed. */
  signedBy?: string | null;
  headers?: Record<string, string>;
  ip?: string;
};

/** One notice at the door, as the systems of door-systems.ts send them. What it heard: `200 ok`. */
export async function sendNotice({
  body,
  to,
  system = 'signing',
  signedBy = testKey,
  headers = {},
  ip = '192.0.2.7',
}: SentNotice): Promise<string> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const sign: Record<string, string> =
    signedBy === null ? {} : { 'x-sign': hmac('sha256', signedBy, text, 'b64') };
  const request = new Request(`http://localhost/api/callbacks/${system}/${to}`, {
    method: 'POST',
    headers: { ...sign, ...headers },
    body: text,
  });
  const { status, body: said } = await receiveNotice({ systemCode: system, methodCode: to, request, ip });
  return `${status} ${said}`.trim();
}
