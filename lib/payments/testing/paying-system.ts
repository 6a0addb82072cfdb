import { z } from 'zod';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import type { BalanceAnswer } from '@/lib/payments/contract/system';
import { definePaymentSystem } from '@/lib/payments/contract/system';

type Verb = () => PayoutAnswer | Promise<PayoutAnswer>;

/** What the test's system does; every test begins with `resetPaying`. */
export const paying: {
  send: Verb;
  check: Verb;
  refund: Verb;
  checkRefund: Verb;
  partial: boolean;
  /** The requisite that it cannot pay to. */
  unpayable: string | null;
  balance: BalanceAnswer;
  /** Ids of what it was handed, in order; the same twice is money paid twice. */
  sent: string[];
  refunded: { id: string; amount: string }[];
  checked: number;
  /** By what it was last asked about a payout. */
  askedBy: { externalId: string | null; hinted: boolean } | null;
} = {
  send: settled,
  check: settled,
  refund: settled,
  checkRefund: settled,
  partial: true,
  unpayable: null,
  balance: { outcome: 'settled', amount: '1' },
  sent: [],
  refunded: [],
  checked: 0,
  askedBy: null,
};

export function resetPaying(): void {
  Object.assign(paying, {
    send: settled,
    check: settled,
    refund: settled,
    checkRefund: settled,
    partial: true,
    unpayable: null,
    balance: { outcome: 'settled', amount: '1' },
    sent: [],
    refunded: [],
    checked: 0,
    askedBy: null,
  });
}

function settled(): PayoutAnswer {
  return { outcome: 'settled', reference: 'tx-1', externalId: 'ext-1' };
}

/** A system for tests of money going out: it does what `paying` says, and counts. */
export const payingSystem = definePaymentSystem({
  code: 'paying',
  titles: { en: 'Paying', ru: 'Платящая' },
  assets: 'any',
  standing: 'service',
  settings: z.object({}),
  payIn: {
    amount: 'open',
    start: async () => ({ outcome: 'started', step: { kind: 'redirect', url: 'https://pay.test/' } }),
  },
  payOut: {
    needs: [['address']],
    problem: (destination) => (destination.address === '' ? 'address' : paying.unpayable),
    send: async (_at, { payoutId }) => {
      paying.sent.push(payoutId);
      return paying.send();
    },
    check: async (_at, { externalId, hinted = false }) => {
      paying.checked += 1;
      paying.askedBy = { externalId, hinted };
      return paying.check();
    },
  },
  refund: {
    get partial() {
      return paying.partial;
    },
    send: async (_at, { refundId, amount }) => {
      paying.refunded.push({ id: refundId, amount });
      return paying.refund();
    },
    check: async () => paying.checkRefund(),
  },
  balance: async () => paying.balance,
  probe: async () => ({ outcome: 'settled' }),
});
