import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { isId } from '@/lib/ids';

/** Which order a payer comes back to, and in which language. */
export type WayBack = { orderId: string; secret: string; locale: Locale };

const keptSeconds = 2 * 24 * 3600;

/**
 * The address that payment systems send payers back to names the payment only: the secret of the order is no business
 * of theirs. The payer's own browser keeps it meanwhile, for that address alone.
 */
export async function rememberOrder(paymentId: string, { orderId, secret, locale }: WayBack): Promise<void> {
  await keep(paymentId, `${orderId}.${secret}.${locale}`);
}

/** What this browser kept of the payment, or null. The secret is still to be checked. */
export async function rememberedOrder(paymentId: string): Promise<WayBack | null> {
  const value = (await cookies()).get(cookieName(paymentId))?.value ?? '';
  const [orderId = '', secret = '', locale = ''] = value.split('.');
  return isId('ord', orderId) && secret !== '' ? { orderId, secret, locale: toLocale(locale) } : null;
}

/** The same for a top-up: which one, and in which language. */
export async function rememberTopUp(
  paymentId: string,
  { topUpId, locale }: { topUpId: string; locale: Locale },
): Promise<void> {
  await keep(paymentId, `${topUpId}.${locale}`);
}

/** In which language the top-up of that payment was started by this browser; null: not by this one. */
export async function rememberedLocale(paymentId: string): Promise<Locale | null> {
  const value = (await cookies()).get(cookieName(paymentId))?.value;
  return value === undefined ? null : toLocale(value.split('.').at(-1) ?? null);
}

async function keep(paymentId: string, value: string): Promise<void> {
  (await cookies()).set(cookieName(paymentId), value, {
    path: '/api/back',
    httpOnly: true,
    sameSite: 'lax',
    secure: env().KANTOR_URL.startsWith('https://'),
    maxAge: keptSeconds,
  });
}

function cookieName(paymentId: string): string {
  return `kantor_${paymentId}`;
}
