import { hmac } from '@/lib/payments/signature';

/** X-Api-Signature-SHA256 of a notice: currency, value, bill, site, status, kept apart by `|`. */
export function noticeSignature(
  bill: { currency: string; value: string; billId: string; siteId: string; status: string },
  secretKey: string,
): string {
  return hmac(
    'sha256',
    secretKey,
    [bill.currency, bill.value, bill.billId, bill.siteId, bill.status].join('|'),
  );
}
