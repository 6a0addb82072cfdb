import { type Actor, requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { freshPayment, type StartedPayment, startPaymentOf } from '@/lib/payments/start-payment-of';
import { requireWallet } from '@/lib/wallet/require-wallet';
import { ownTopUp } from '@/lib/wallet/top-up/own-top-up';
import { lockTopUpPayments } from '@/lib/wallet/top-up/top-up-payments';
import { lockTopUp } from '@/lib/wallet/top-up/top-up-row';
import en from '@/messages/en/topup.json' with { type: 'json' };
import ru from '@/messages/ru/topup.json' with { type: 'json' };

type Start = { actor: Actor; topUpId: string; locale: Locale; ip: string };

/**
 * The customer presses "Pay": the payment of his top-up is started at its system, once; pressed again it leads to the
 * same page (lib/payments/start-payment-of.ts).
 *
 * Throws `not_signed_in`, `not_found`, `wallet_off`, `top_up_moved` (params: status) where nothing is awaited by a
 * system any more, `payment_unavailable`, `payment_refused`, `payment_unknown`.
 */
export async function startTopUp({ actor, topUpId, locale, ip }: Start): Promise<StartedPayment> {
  const { email } = requireUser(actor);
  const { number, requisites } = await ownTopUp(actor, topUpId);
  await requireWallet();
  const payment = await paymentToStart(topUpId);
  return startPaymentOf({
    payment,
    description: { en, ru }[locale].description.replace('{number}', String(number)),
    email,
    locale,
    ip,
    requisites: Object.fromEntries(Object.entries(requisites).map(([key, { value }]) => [key, value])),
  });
}

/** The payment that the top-up waits for; a new one where the last was refused, or its page has run out. */
async function paymentToStart(topUpId: string): Promise<PaymentRow & { expiresAt: Date }> {
  return inTransaction(async (tx) => {
    const payments = await lockTopUpPayments(tx, topUpId);
    const { way, status, expiresAt } = await lockTopUp(tx, topUpId);
    if (way !== 'system' || status !== 'waiting' || expiresAt === null)
      return fail('top_up_moved', { params: { status } });
    if (expiresAt <= now()) return fail('top_up_moved', { params: { status: 'expired' } });
    const last = payments.findLast((payment) => payment.status !== 'paid' && payment.status !== 'canceled');
    if (!last) return fail('top_up_moved', { params: { status } });
    return { ...(await freshPayment(tx, last)), expiresAt };
  });
}
