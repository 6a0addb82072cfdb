import { actorOfHeaders } from '@/app/_auth/current-actor';
import { leaveResponse } from '@/app/_payments/leave-response';
import { AppError } from '@/lib/errors';
import { toLocale } from '@/lib/i18n/locales';
import { loadTopUpView } from '@/lib/wallet/top-up/top-up-view';
import en from '@/messages/en/topup.json';
import ru from '@/messages/ru/topup.json';

type Context = { params: Promise<{ topUpId: string }> };

/** The last page of ours before the payment system's, for the customer of a top-up. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { topUpId } = await params;
  const locale = toLocale(new URL(request.url).searchParams.get('locale'));
  const here = `/${locale}/cabinet/top-up/${encodeURIComponent(topUpId)}`;
  const payment = await paymentOf(request, topUpId);
  const step = payment?.step;
  if (!payment || (step?.kind !== 'redirect' && step?.kind !== 'form'))
    return new Response(null, { status: 303, headers: { location: here, 'cache-control': 'no-store' } });
  const { back } = { en, ru }[locale].away;
  return leaveResponse({ locale, step, system: payment.system[locale], backUrl: here, back });
}

async function paymentOf(request: Request, topUpId: string) {
  try {
    const topUp = await loadTopUpView(await actorOfHeaders(request.headers), topUpId);
    return topUp.may.start ? topUp.payment : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
