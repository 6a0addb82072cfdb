import { refused, unknown } from '@/lib/payments/ask';
import { callJson, notDone, notTold } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentAnswer, PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { question, readNotice, settledFacts } from './notice';
import { type SimulatorSettings, simulatorSettings } from './settings';
import type { PayoutRequest, RefundRequest } from './wire';
import { balanceState, outgoState, type PaymentRequest, paymentState, simulatorHost } from './wire';

type SimulatorAt = At<SimulatorSettings>;

/** A payment system that moves no money and does whatever it is told, so that all can be tried. See README.md here. */
export const simulator = definePaymentSystem({
  code: 'simulator',
  titles: { en: 'Simulator', ru: 'Симулятор' },
  assets: 'any',
  standing: 'simulator',
  settings: simulatorSettings,
  payIn: {
    amount: 'open',
    start: startPayment,
    async check(at, { paymentId }): Promise<PaymentAnswer> {
      const called = await get(at, `payments/${encodeURIComponent(paymentId)}`);
      if (called.kind !== 'done') return notTold(called);
      const parsed = paymentState.safeParse(called.json);
      if (!parsed.success) return unreadable;
      const { id, state, paid, asset, fee, payer, paidAt } = parsed.data;
      if (state === 'declined') return refused('declined by the buyer');
      if (state === 'waiting') return { outcome: 'pending', externalId: id };
      if (paid === undefined) return unreadable;
      const facts = settledFacts({ amount: paid, asset, fee, from: payer });
      return {
        outcome: 'settled',
        externalId: id,
        ...facts,
        ...(paidAt ? { paidAt: new Date(paidAt) } : {}),
      };
    },
  },
  preRequest: question,
  callback: { read: readNotice },
  payOut: {
    needs: 'any',
    problem: (destination) => (Object.values(destination).some(Boolean) ? null : 'account'),
    async send(at, { payoutId, number, amount, asset, destination, description, callbackUrl }) {
      const { settings, testMode: test } = at;
      const asked = {
        shop: settings.shop,
        payoutId,
        number,
        amount,
        asset,
        destination,
        description,
        callbackUrl,
        test,
      };
      return outgo(await post(at, 'payouts', asked satisfies PayoutRequest), notDone);
    },
    async check(at, { payoutId }) {
      return outgo(await get(at, `payouts/${encodeURIComponent(payoutId)}`), notTold);
    },
  },
  refund: {
    partial: true,
    async send(at, { refundId, number, amount, asset, reason, payment }) {
      const { settings, testMode: test } = at;
      const { paymentId } = payment;
      const asked = { shop: settings.shop, refundId, number, amount, asset, reason, paymentId, test };
      return outgo(await post(at, 'refunds', asked satisfies RefundRequest), notDone);
    },
    async check(at, { refundId }) {
      return outgo(await get(at, `refunds/${encodeURIComponent(refundId)}`), notTold);
    },
  },
  async balance(at, { asset }) {
    const query = new URLSearchParams({ shop: at.settings.shop, asset });
    const called = await get(at, `balance?${query}`);
    if (called.kind !== 'done') return notTold(called);
    const parsed = balanceState.safeParse(called.json);
    return parsed.success && parsed.data.asset === asset
      ? { outcome: 'settled', amount: parsed.data.amount }
      : unreadable;
  },
});

async function startPayment(at: SimulatorAt, payment: PaymentToMake): Promise<StartAnswer> {
  const { settings, officeUrl, testMode: test } = at;
  const { paymentId, number, amount, asset, description, locale, returnUrl, callbackUrl } = payment;
  const asked: PaymentRequest = {
    shop: settings.shop,
    paymentId,
    number,
    amount,
    asset,
    description,
    locale,
    returnUrl,
    callbackUrl,
    officeUrl,
    expiresAt: payment.expiresAt.toISOString(),
    payerAccount: Object.values(payment.payerRequisites)[0] ?? '',
    feePercent: settings.feePercent,
    test,
  };
  const called = await post(at, 'payments', asked);
  if (called.kind !== 'done') return notDone(called);
  const parsed = paymentState.safeParse(called.json);
  if (!parsed.success || parsed.data.page === undefined) return unreadable;
  return {
    outcome: 'started',
    step: { kind: 'redirect', url: parsed.data.page },
    externalId: parsed.data.id,
  };
}

type Called = Awaited<ReturnType<typeof callJson>>;

function outgo(called: Called, otherwise: typeof notDone | typeof notTold): PayoutAnswer {
  if (called.kind !== 'done') return otherwise(called);
  const parsed = outgoState.safeParse(called.json);
  if (!parsed.success) return unreadable;
  const { id, state, reason, fee } = parsed.data;
  switch (state) {
    case 'pending':
      return { outcome: 'pending', externalId: id };
    case 'done':
      return { outcome: 'settled', externalId: id, reference: id, ...(fee === undefined ? {} : { fee }) };
    case 'refused':
      return refused(reason ?? 'refused');
  }
}

const unreadable = unknown('the simulator answered something unreadable');
const base = `https://${simulatorHost}/v1`;

function get({ http }: SimulatorAt, path: string): Promise<Called> {
  return callJson(http, { method: 'GET', url: `${base}/${path}` });
}

function post({ http }: SimulatorAt, path: string, json: unknown): Promise<Called> {
  return callJson(http, { method: 'POST', url: `${base}/${path}`, json });
}
