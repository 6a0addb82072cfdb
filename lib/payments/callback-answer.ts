import type { CallbackReading, HttpAnswer, NoticeRefusal } from '@/lib/payments/contract/notice';

/** A plain text, as most systems want to be answered. */
export function plainAnswer(body: string, status = 200): HttpAnswer {
  return { status, body, contentType: 'text/plain; charset=utf-8' };
}

/** What a request hears that is not believed: nothing about why. */
export const notBelieved: HttpAnswer = plainAnswer('refused', 400);

/** A request at the door that is not believed. */
export function refusedNotice(why: NoticeRefusal, answer: HttpAnswer = notBelieved): CallbackReading {
  return { verdict: 'refused', why, answer };
}

/** A payment's number as we gave it to the system: 1 … 2147483647 without leading zeros, or null. */
export function paymentNumber(text: string | undefined): number | null {
  if (!text || !/^[1-9][0-9]{0,9}$/.test(text)) return null;
  const number = Number(text);
  return number <= 2_147_483_647 ? number : null;
}
