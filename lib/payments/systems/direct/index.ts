import { z } from 'zod';
import { definePaymentSystem } from '@/lib/payments/contract/system';

/**
 * Payments without an interface: the customer pays to the office's own details, says so, and the operator confirms.
 * Nobody is called, nothing is signed, nobody can be asked. The details themselves stand beside the payment
 * (`payments.office_requisites_id`), so that starting it tells no more than what belongs into the transfer.
 */
export const direct = definePaymentSystem({
  code: 'direct',
  titles: { en: 'Direct payment', ru: 'Прямой платеж' },
  assets: 'any',
  standing: 'service',
  settings: z.object({}),
  payIn: {
    amount: 'open',
    start: async (_, { number, amount, asset }) => ({
      outcome: 'started',
      step: {
        kind: 'instructions',
        lines: [
          { key: 'amount', value: `${amount} ${asset}` },
          { key: 'reference', value: String(number) },
        ],
      },
    }),
  },
});
