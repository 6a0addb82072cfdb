import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { cancelByCustomer } from '@/lib/exchange/cancel-by-customer';
import { cancelOrder } from '@/lib/exchange/cancel-order';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { expireOrders } from '@/lib/exchange/expire-orders';
import { finalizeOrder } from '@/lib/exchange/finalize-order';
import { finishRefund } from '@/lib/exchange/finish-refund';
import { reviveOrder } from '@/lib/exchange/revive-order';
import { scheduleTransfer } from '@/lib/exchange/schedule-transfer';
import { startRefund } from '@/lib/exchange/start-refund';
import type { Chance } from './chance';
import type { Ending } from './plans';
import { receiptPicture } from './receipt';

/** One thing that happens to an order, so many minutes after the step before. */
export type Step = { afterMinutes: number; run: () => Promise<unknown> };

type StoryInput = {
  orderId: string;
  secret: string;
  customer: { name: string; locale: string };
  operator: Actor;
  expiryMinutes: number;
  ending: Ending;
  chance: Chance;
};

/** What happens to an order after it was made, by the same commands that pages call. */
export function orderStory({
  orderId,
  secret,
  customer,
  operator,
  expiryMinutes,
  ending,
  chance,
}: StoryInput): Step[] {
  const russian = customer.locale === 'ru';
  const guest: Actor = { kind: 'guest', ip: `198.51.100.${chance.whole(1, 250)}` };
  const reader = { secret };
  const soon = () => chance.whole(2, Math.min(20, expiryMinutes - 3));
  const claim = (afterMinutes = soon()): Step => ({
    afterMinutes,
    run: async () =>
      claimPayment({
        orderId,
        reader,
        actor: guest,
        payer: customer.name,
        reference: chance.digits(10),
        comment: '',
        receipt:
          chance.next() < 0.25 ? { bytes: await receiptPicture(orderId), name: 'receipt.png' } : undefined,
      }),
  });
  const schedule: Step = {
    afterMinutes: chance.whole(4, 25),
    run: () =>
      scheduleTransfer({
        orderId,
        actor: operator,
        sendAt: new Date(now().getTime() + chance.whole(20, 26 * 60) * 60_000),
        text: russian
          ? 'Платеж проверен. Отправим в указанное время.'
          : 'Your payment is verified. We send at the time given.',
      }),
  };
  const finalize: Step = {
    afterMinutes: chance.whole(5, 40),
    run: () =>
      finalizeOrder({
        orderId,
        actor: operator,
        note: russian ? 'Спасибо за обмен.' : 'Thank you for the exchange.',
        payoutReference: `TX-${chance.digits(12)}`,
      }),
  };
  const expire: Step = { afterMinutes: expiryMinutes + 1, run: expireOrders };
  const startsRefund: Step = {
    afterMinutes: chance.whole(20, 90),
    run: () =>
      startRefund({
        orderId,
        actor: operator,
        reason: russian ? 'Клиент попросил вернуть платеж.' : 'The customer asked for his money back.',
      }),
  };
  switch (ending) {
    case 'completed':
      return [claim(), finalize];
    case 'completed_after_date':
      return [claim(), schedule, { ...finalize, afterMinutes: chance.whole(30, 300) }];
    case 'expired':
      return [expire];
    case 'canceled_by_customer':
      return [{ afterMinutes: soon(), run: () => cancelByCustomer({ orderId, reader, actor: guest }) }];
    case 'canceled_by_operator':
      return [
        claim(),
        {
          afterMinutes: chance.whole(60, 400),
          run: () =>
            cancelOrder({
              orderId,
              actor: operator,
              reason: russian
                ? 'Платеж не поступил, банк его не подтверждает.'
                : 'The payment has not arrived and the bank does not confirm it.',
            }),
        },
      ];
    case 'refunding':
      return [claim(), startsRefund];
    case 'refunded':
      return [
        claim(),
        startsRefund,
        {
          afterMinutes: chance.whole(30, 600),
          run: () =>
            finishRefund({ orderId, actor: operator, reference: `RF-${chance.digits(10)}`, note: '' }),
        },
      ];
    case 'paid_late':
      return [expire, claim(chance.whole(10, 60))];
    case 'revived':
      return [
        expire,
        claim(chance.whole(10, 60)),
        { afterMinutes: 12, run: () => reviveOrder({ orderId, rate: 'old', actor: operator }) },
        finalize,
      ];
    case 'scheduled':
      return [claim(), schedule];
    case 'claimed':
      return [claim(chance.whole(2, 5))];
    case 'pending':
      return [];
  }
}
