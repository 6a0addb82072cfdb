import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/**
 * The secret of an order's page: an HMAC of its id, so that links in letters can be made again at any time and none is
 * stored. 160 bits in base64url, 27 characters.
 */
export function orderSecret(orderId: string): string {
  return mac('order-link', orderId).subarray(0, 20).toString('base64url');
}

/** Whether the text is the order's secret; takes the same time for every wrong one. */
export function checkOrderSecret(orderId: string, secret: string): boolean {
  // Both are hashed once more, so that lengths are equal and tell nothing either.
  return timingSafeEqual(mac('compare', orderSecret(orderId)), mac('compare', secret));
}

function mac(purpose: string, text: string): Buffer {
  return createHmac('sha256', env().KANTOR_SECRET).update(`${purpose}:${text}`).digest();
}
