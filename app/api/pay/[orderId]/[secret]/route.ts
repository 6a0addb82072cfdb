import { AppError } from '@/lib/errors';
import { loadOrderView } from '@/lib/exchange/queries';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { leavePage } from '@/lib/payments/leave-page';
import { pageUrl } from '@/lib/payments/outgoing';
import en from '@/messages/en/payments.json';
import ru from '@/messages/ru/payments.json';

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
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const html = leavePage({
    locale,
    nonce,
    url: pageUrl(step.url),
    fields: step.kind === 'form' ? step.fields : null,
    backUrl: here,
    words: wordsOf(locale, payment.system?.[locale] ?? ''),
  });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(nonce, step.url),
      'cache-control': 'no-store',
      'referrer-policy': 'strict-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex',
    },
  });
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

function wordsOf(locale: Locale, system: string) {
  const { title, text, submit, back: way } = { en, ru }[locale].away;
  const named = (words: string) => words.replace('{system}', system);
  return { title: named(title), text: named(text), submit, back: way };
}

/**
 * Nothing but this page's own two blocks. Forms may go to any secure address: browsers count the addresses that the
 * system redirects to as well, and only our own form is on the page.
 */
function policy(nonce: string, url: string): string {
  const { origin } = new URL(pageUrl(url));
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `form-action https: ${origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function back(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
