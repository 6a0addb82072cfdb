import type { Locale } from '@/lib/i18n/locales';
import type { StartStep } from '@/lib/payments/contract/pay-in';
import { leavePage } from '@/lib/payments/leave-page';
import { pageUrl } from '@/lib/payments/outgoing';
import en from '@/messages/en/payments.json';
import ru from '@/messages/ru/payments.json';

type Leaving = {
  locale: Locale;
  step: Extract<StartStep, { kind: 'redirect' | 'form' }>;
  /** The system's title in that language. */
  system: string;
  backUrl: string;
  /** What the way back is called; the way to the order unless told. */
  back?: string;
};

/** The page that sends the payer to the system's by itself, with a policy that lets it do nothing else. */
export function leaveResponse({ locale, step, system, backUrl, back }: Leaving): Response {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const { title, text, submit, back: toOrder } = { en, ru }[locale].away;
  const named = (words: string) => words.replace('{system}', system);
  const html = leavePage({
    locale,
    nonce,
    url: pageUrl(step.url),
    fields: step.kind === 'form' ? step.fields : null,
    backUrl,
    words: { title: named(title), text: named(text), submit, back: back ?? toOrder },
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
