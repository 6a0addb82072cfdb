import { leaveResponse } from '@/app/_payments/leave-response';
import { AppError } from '@/lib/errors';
import { loadOrderView } from '@/lib/exchange/queries';
import { toLocale } from '@/lib/i18n/locales';

type Context = { params: Promise<{ orderId: string; secret: string }> };

/**
 * The last page of ours before the payment system's: it sends the payer there by itself, by a link or a form, and by a
 * press where there is no JavaScript. A page of its own, because the others may send forms to nobody but ourselves.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { orderId, secret } = await params;
  const locale = toLocale(new URL(request.url).searchParams.get('locale'));
  const here = `/${locale}/orders/${encodeURIComponent(orderId)}/${encodeURIComponent(secret)}`;
  const payment = await paymentOf(orderId, secret);
  const step = payment?.step;
  if (!payment || (step?.kind !== 'redirect' && step?.kind !== 'form')) return back(here);
  return leaveResponse({ locale, step, system: payment.system?.[locale] ?? '', backUrl: here });
}

async function paymentOf(orderId: string, secret: string) {
  try {
    const order = await loadOrderView({ orderId, reader: { secret } });
    return order.may.pay ? order.payment : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function back(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
