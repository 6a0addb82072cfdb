import { clientIp } from '@/app/_auth/client-ip';
import { actorOfHeaders } from '@/app/_auth/current-actor';
import { rememberedLocale, rememberedOrder } from '@/app/_payments/way-back';
import { ownOrderOfPayment } from '@/lib/exchange/order-of-payment';
import { defaultLocale } from '@/lib/i18n/locales';
import { isId } from '@/lib/ids';
import { log } from '@/lib/log';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { addressKey, limit } from '@/lib/rate-limit';
import { ownTopUpOfPayment } from '@/lib/wallet/top-up/top-up-of-payment';

type Context = { params: Promise<{ paymentId: string }> };

/** How long the payer waits for the system's word before he sees his order as it stands. */
const patienceMs = 4_000;

/**
 * Where a payer comes back to from a payment system, however it went: the system is asked of the payment at once, and
 * he is shown his order, or his top-up. Nothing that stands in the address is believed.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { paymentId } = await params;
  if (!isId('pay', paymentId)) return to(`/${defaultLocale}/orders/back`);
  const remembered = await rememberedOrder(paymentId);
  const actor = remembered ? null : await actorOfHeaders(request.headers);
  const way = remembered ?? (actor && (await ownOrderOfPayment({ paymentId, actor })));
  const topUpId = way || !actor ? null : await ownTopUpOfPayment({ paymentId, actor });
  await askOnce(paymentId, clientIp(request.headers));
  if (way) return to(`/${way.locale}/orders/${way.orderId}/${way.secret}?back=1`);
  const locale = (await rememberedLocale(paymentId)) ?? defaultLocale;
  return to(topUpId ? `/${locale}/cabinet/top-up/${topUpId}?back=1` : `/${locale}/orders/back`);
}

/** Some systems post the payer back; then his browser sends no cookies, but does so when it is sent here again. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { paymentId } = await params;
  return to(`/api/back/${encodeURIComponent(paymentId)}`);
}

/** A question that takes too long, or fails, goes on without the payer: the notice or the poll tells in the end. */
async function askOnce(paymentId: string, ip: string): Promise<void> {
  try {
    await limit('payment-back', addressKey(ip), { points: 20, seconds: 60 });
    const asked = checkPaymentNow({ paymentId, source: 'return' });
    asked.catch((error) => log.warn({ err: error, paymentId }, 'a payment could not be asked about'));
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  } catch (error) {
    log.info({ err: error, paymentId }, 'a payer came back and the system was not asked');
  }
}

function to(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
